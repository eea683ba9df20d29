-- How long things are kept. What the portal's role may delete itself goes by its own statements, with the terms of
-- law/kept.json. What that role may only add to goes by the functions here, as their owner: so nobody who gets hold of the
-- portal's role can take away what was said or who looked before its time. RetentionTest holds both terms against each other.
-- They go by the clock of the database, which the caller does not set.

alter table notice_choice add column address_changed_at timestamptz;
comment on column notice_choice.address_changed_at is
    'When an address that worked was left for another one: whoever guides this person is told that it happened, not which.';

-- A visit begins with the first page about where somebody stands; who only asks and answers comes here too.
alter table account add column signed_in_at timestamptz not null default now();
comment on column account.signed_in_at is 'When this subject last signed in.';

-- A wish for contact is only ever added to; its owner may take all of it away.
grant delete on contact_preference to ${app};

-- What these take away they hold in variables: a temporary table could be somebody else's, who made it before.
create function is_file_used(in_municipality text, of_participant text, file uuid) returns boolean
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from conversation_turn where municipality = in_municipality and participant = of_participant
            and turn -> 'files' @> to_jsonb(file::text))
        or exists (select from hour_act where municipality = in_municipality and participant = of_participant
            and strpos(act::text, file::text) > 0)
        or exists (select from draft where municipality = in_municipality and strpos(fields::text, file::text) > 0)
        or exists (select from kept_form where municipality = in_municipality and strpos(fields::text, file::text) > 0);
$$;
comment on function is_file_used(text, text, uuid) is 'Whether this file is in a conversation, in hours or in what is being written.';

create function forget_files(municipalities text[], participants text[], files text[]) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
    delete from picture it using unnest(municipalities, participants, files) as file (municipality, participant, id)
        where (it.municipality, it.participant, it.id::text) = (file.municipality, file.participant, file.id)
        and not is_file_used(it.municipality, it.participant, it.id);
    delete from document it using unnest(municipalities, participants, files) as file (municipality, participant, id)
        where (it.municipality, it.participant, it.id::text) = (file.municipality, file.participant, file.id)
        and not is_file_used(it.municipality, it.participant, it.id);
end $$;
comment on function forget_files(text[], text[], text[]) is 'Takes away those of these files that are in nothing else.';

create function forget_old_conversations() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    old   constant conversation[]      := array(select it from conversation it where last_at < now() - interval '5 years'
        order by last_at limit 500 for update skip locked);
    turns constant conversation_turn[] := array(select it from conversation_turn it join unnest(old) f
        on (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id));
begin
    delete from turn_translation it using unnest(turns) f
        where (it.municipality, it.participant, it.turn) = (f.municipality, f.participant, f.id);
    delete from conversation_turn it using unnest(old) f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation_reader it using unnest(old) f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation_reminder it using unnest(old) f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from owed_answer it using unnest(old) f
        where (it.municipality, it.participant, it.conversation) = (f.municipality, f.participant, f.id);
    delete from conversation it using unnest(old) f
        where (it.municipality, it.participant, it.id) = (f.municipality, f.participant, f.id);
    perform forget_files(array_agg(f.municipality), array_agg(f.participant), array_agg(file))
        from unnest(turns) f cross join lateral jsonb_array_elements_text(
            case jsonb_typeof(f.turn -> 'files') when 'array' then f.turn -> 'files' else '[]' end) file;
    return cardinality(old);
end $$;
comment on function forget_old_conversations() is
    'Takes away conversations in which nothing was said for five years, with all that hangs on them; at most 500 at a time.';

create function forget_old_hours() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    old  constant hour_entry[] := array(select it from hour_entry it
        where logged_at < now() - interval '7 years'
        and not exists (select from hour_act act where (act.municipality, act.participant, act.entry)
            = (it.municipality, it.participant, it.id) and act.at >= now() - interval '7 years')
        and not exists (select from certificate paper where (paper.municipality, paper.participant)
            = (it.municipality, it.participant) and paper.stated @> jsonb_build_array(jsonb_build_object('entry', it.id)))
        order by logged_at limit 500 for update skip locked);
    acts constant hour_act[]   := array(select it from hour_act it join unnest(old) f
        on (it.municipality, it.participant, it.entry) = (f.municipality, f.participant, f.id));
begin
    delete from hour_told it using unnest(old) f
        where (it.municipality, it.participant, it.entry) = (f.municipality, f.participant, f.id);
    delete from hour_act it using unnest(old) f
        where (it.municipality, it.participant, it.entry) = (f.municipality, f.participant, f.id);
    delete from hour_entry it using unnest(old) f
        where (it.municipality, it.participant, it.id) = (f.municipality, f.participant, f.id);
    perform forget_files(array_agg(f.municipality), array_agg(f.participant), array_agg(photo #>> '{}'))
        from unnest(acts) f cross join lateral jsonb_path_query(f.act, '$.**.photo ? (@.type() == "string")') photo;
    return cardinality(old);
end $$;
comment on function forget_old_hours() is
    'Takes away entries of hours to which nothing happened for seven years, with their acts; at most 500 at a time. Not what a certificate states that can still be asked after.';

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

create index picture_kept on picture (kept_at);
create index document_kept on document (kept_at);

-- What was sent goes with what it was sent in. So what was sent with nothing is looked for in the month after; and of what is
-- older than that, lest something stays forever, each night another part.
create function is_looked_for(file uuid, kept_at timestamptz) returns boolean language sql stable parallel safe
    set search_path = pg_catalog, public, pg_temp as $$
    select kept_at < now() - interval '30 days' and (kept_at > now() - interval '60 days'
        or mod(uuid_hash(file)::bigint + 2147483648, 60) = mod(current_date - date '2000-01-01', 60));
$$;

create function forget_abandoned_pictures() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    delete from picture where ctid = any (array(select ctid from picture where kept_at < now() - interval '30 days'
        and is_looked_for(id, kept_at) and not is_file_used(municipality, participant, id) limit 500));
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_abandoned_pictures() is
    'Takes away pictures of 30 days ago that are in no conversation, no hours and nothing that is being written; at most 500 at a time.';

create function forget_abandoned_documents() returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    gone integer;
begin
    delete from document where ctid = any (array(select ctid from document where kept_at < now() - interval '30 days'
        and is_looked_for(id, kept_at) and not is_file_used(municipality, participant, id) limit 500));
    get diagnostics gone = row_count;
    return gone;
end $$;
comment on function forget_abandoned_documents() is
    'Takes away documents of 30 days ago that are in no conversation, no hours and nothing that is being written; at most 500 at a time.';

revoke execute on function forget_old_conversations(), forget_old_hours(), forget_old_notes(), forget_old_processing_records(),
    forget_abandoned_pictures(), forget_abandoned_documents(), forget_files(text[], text[], text[]), is_file_used(text, text, uuid),
    is_looked_for(uuid, timestamptz) from public;
grant execute on function forget_old_conversations(), forget_old_hours(), forget_old_notes(), forget_old_processing_records(),
    forget_abandoned_pictures(), forget_abandoned_documents() to ${app};
