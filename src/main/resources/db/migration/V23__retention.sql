-- How long things are kept. What the portal's role may delete itself goes by its own statements, with the terms of
-- law/kept.json. What that role may only add to goes by the functions here, as their owner: so nobody who gets hold of the
-- portal's role can take away what was said or who looked before its time. RetentionTest holds both terms against each other.
-- They go by the clock of the database, which the caller does not set.

alter table notice_choice add column address_changed_at timestamptz;
comment on column notice_choice.address_changed_at is
    'When an address that worked was left for another one: whoever guides this person is told that it happened, not which.';

-- A wish for contact is only ever added to; its owner may take all of it away.
grant delete on contact_preference to ${app};

create function forget_old_conversations() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    create temporary table if not exists forgotten_conversation (municipality text, participant text, id uuid) on commit drop;
    delete from pg_temp.forgotten_conversation;
    insert into pg_temp.forgotten_conversation
        select municipality, participant, id from conversation
        where last_at < now() - interval '5 years' order by last_at limit 500 for update skip locked;
    delete from turn_translation it using conversation_turn turn, pg_temp.forgotten_conversation f
        where (turn.municipality, turn.participant, turn.conversation) = (f.municipality, f.participant, f.id)
        and (it.municipality, it.participant, it.turn) = (turn.municipality, turn.participant, turn.id);
    delete from conversation_turn it using pg_temp.forgotten_conversation f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation_reader it using pg_temp.forgotten_conversation f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation_reminder it using pg_temp.forgotten_conversation f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from owed_answer it using pg_temp.forgotten_conversation f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation it using pg_temp.forgotten_conversation f
        where (it.municipality, it.participant, it.id) = (f.municipality, f.participant, f.id);
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_old_conversations() is
    'Takes away conversations in which nothing was said for five years, with all that hangs on them; at most 500 at a time.';

create function forget_old_hours() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    create temporary table if not exists forgotten_entry (municipality text, participant text, id uuid) on commit drop;
    delete from pg_temp.forgotten_entry;
    insert into pg_temp.forgotten_entry
        select municipality, participant, id from hour_entry it
        where logged_at < now() - interval '7 years'
        and not exists (select from hour_act act where (act.municipality, act.participant, act.entry)
            = (it.municipality, it.participant, it.id) and act.at >= now() - interval '7 years')
        order by logged_at limit 500 for update skip locked;
    delete from hour_told it using pg_temp.forgotten_entry f
        where (it.municipality, it.participant, it.entry) = (f.municipality, f.participant, f.id);
    delete from hour_act it using pg_temp.forgotten_entry f
        where (it.municipality, it.participant, it.entry) = (f.municipality, f.participant, f.id);
    delete from hour_entry it using pg_temp.forgotten_entry f
        where (it.municipality, it.participant, it.id) = (f.municipality, f.participant, f.id);
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_old_hours() is
    'Takes away entries of hours to which nothing happened for seven years, with their acts; at most 500 at a time.';

create function forget_old_notes() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    delete from coach_note where ctid = any (array(select ctid from coach_note where at < now() - interval '5 years' limit 1000));
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_old_notes() is 'Takes away versions of notes that were written five years ago; at most 1000 at a time.';

create function forget_old_processing_records() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    delete from processing_record where ctid = any (array(
        select ctid from processing_record where at < now() - interval '5 years' limit 1000));
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_old_processing_records() is
    'Takes away what was written down five years ago of looks and changes; at most 1000 at a time.';

create function forget_abandoned_files() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    pictures integer;
    documents integer;
begin
    delete from picture it where kept_at < now() - interval '30 days' and not is_file_used(municipality, participant, id);
    get diagnostics pictures = row_count;
    delete from document it where kept_at < now() - interval '30 days' and not is_file_used(municipality, participant, id);
    get diagnostics documents = row_count;
    return pictures + documents;
end $$;
comment on function forget_abandoned_files() is
    'Takes away pictures and documents of 30 days ago that are in no conversation, no hours and nothing that is being written.';

create function is_file_used(in_municipality text, of_participant text, file uuid) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from conversation_turn where municipality = in_municipality and participant = of_participant
            and turn -> 'files' @> to_jsonb(file::text))
        or exists (select from hour_act where municipality = in_municipality and participant = of_participant
            and strpos(act::text, file::text) > 0)
        or exists (select from draft where municipality = in_municipality and strpos(fields::text, file::text) > 0)
        or exists (select from kept_form where municipality = in_municipality and strpos(fields::text, file::text) > 0);
$$;

revoke execute on function forget_old_conversations(), forget_old_hours(), forget_old_notes(), forget_old_processing_records(),
    forget_abandoned_files(), is_file_used(text, text, uuid) from public;
grant execute on function forget_old_conversations(), forget_old_hours(), forget_old_notes(), forget_old_processing_records(),
    forget_abandoned_files() to ${app};
