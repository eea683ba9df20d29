-- What row-level security costs a page of a few rows is not judging the rows, but starting the query: each "(select …)" in a policy is
-- a plan of its own, and Home had a hundred of them. So each table has one policy where it had up to three, and what is looked up within
-- a moment is asked for each row. For whom a coach is there is still worked out once for a query: that is long. Who sees what does not
-- change; nodes of the version before neither name a policy nor ask for one.

-- What hangs on a conversation is for whom that is for. It is asked of a row only when that is neither somebody's own, nor of whom they
-- are there for; so it looks further than who asks, and does not work out again for whom that is. As a part of the policy it would be
-- prepared each time.
create function answers_conversation(text, text, uuid, instead boolean) returns boolean language plpgsql stable parallel safe
    security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    return exists (select from conversation about where about.municipality = $1 and about.participant = $2 and about.id = $3
        and about.municipality = asks_municipality()
        and (instead or about.assigned_to = asks_coach() or about.assigned_to = any (asks_for_colleagues())));
end $$;
comment on function answers_conversation is
    'Whether this conversation is there, and who asks answers it: instead of who guides that participant, or because it was sent on.';
-- Safe: nobody has used it yet.
revoke execute on function answers_conversation(text, text, uuid, boolean) from public;
grant execute on function answers_conversation(text, text, uuid, boolean) to ${app};

-- Safe: no table is ever without the policy that opens it, as all of this is seen at once or not at all. All are locked for the moment
-- that it takes. Pages read several of them at a time: so that nobody waits in a circle, all are let go whenever one is not to be had
-- soon, long before PostgreSQL looks for circles (deadlock_timeout, a second), and it is tried again. After some time it waits a little
-- longer than that: only then does autovacuum give way.
do $$
declare
    each text;
    -- As the portal itself for one municipality, or for all of them when none was said.
    here constant text := 'coalesce(municipality = asks_municipality(), asks_portal())';
    mine constant text := 'participant = asks_participant() or asks_portal()';
    -- The same, worked out once for a query: where the portal by itself, or for a team, looks over very many.
    here_once constant text := 'coalesce(municipality = (select asks_municipality()), (select asks_portal()))';
    mine_once constant text := '(select asks_portal()) or participant = (select asks_participant())';
    guided constant text := ' or participant = any ((select asks_people())::text[])';
    instead constant text := 'participant = any ((select asks_people_of_colleagues())::text[])';
    answered constant text := ' or ' || instead || ' or assigned_to = asks_coach()'
        ' or assigned_to = any ((select asks_for_colleagues())::text[])';
    in_one_of_theirs constant text := 'municipality = asks_municipality() and asks_coach() is not null and exists (select from conversation'
        ' about where about.municipality = %1$I.municipality and about.participant = %1$I.participant)';
    all_of_them constant text := (select string_agg(distinct quote_ident(tablename), ', ') from pg_policies
        where schemaname = 'public' and policyname = 'portal');
    tries int := 0;
begin
    loop
        begin
            execute format('set local lock_timeout = %L', case when tries < 20 then '200ms' else '1500ms' end);
            execute 'lock table ' || all_of_them || ' in access exclusive mode';
            exit;
        exception when lock_not_available or deadlock_detected then
            tries := tries + 1;
            if tries = 40 then
                raise;
            end if;
            perform pg_sleep(random() / 5);
        end;
    end loop;

    foreach each in array array['account', 'visit', 'news', 'calendar_feed', 'work_pattern', 'agenda_seen', 'talk_request',
            'cost_calculation', 'shortlist', 'certificate', 'notice_choice', 'notice_address', 'notice_event', 'notice',
            'contact_preference'] loop
        execute format('alter policy own on %I using (%s and (%s))', each, here, mine);
        execute format('drop policy portal on %I', each);
    end loop;

    foreach each in array array['dossier_snapshot', 'agenda_snapshot', 'outbox', 'hour_entry', 'hour_act', 'hour_told', 'picture',
            'document'] loop
        execute format('alter policy own on %I using (%s and (%s%s))', each, here, mine, guided);
        execute format('drop policy guided on %I', each);
        execute format('drop policy portal on %I', each);
    end loop;
    execute format('alter policy guided on coach_note using (%s and (asks_portal()%s))', here, guided);
    drop policy portal on coach_note;
    -- Whoever guides somebody reads how they want to be spoken with.
    alter policy guided on contact_preference
        using (municipality = asks_municipality() and participant = any ((select asks_people())::text[]));

    foreach each in array array['kept_form', 'draft'] loop
        execute format('alter policy own on %I using (%s and (person = coalesce(asks_participant(), asks_employee()) or asks_portal()))',
            each, here);
        execute format('drop policy portal on %I', each);
    end loop;

    execute format('alter policy select_by_readers on conversation using (%s and (%s%s%s))', here_once, mine_once, guided, answered);
    execute format('alter policy update_by_readers on conversation using (%s and (%s%s%s))', here_once, mine_once, guided, answered);
    execute format('alter policy begun on conversation with check (%s and (%s%s))', here, mine, guided);
    drop policy portal on conversation;
    execute format('create policy portal on conversation for delete using (%s and asks_portal())', here);
    foreach each in array array['conversation_turn', 'conversation_reader', 'owed_answer'] loop
        execute format('alter policy readers on %I using (%s and (%s%s'
            ' or answers_conversation(municipality, participant, conversation, %s)))',
            each, case each when 'owed_answer' then here_once else here end, case each when 'owed_answer' then mine_once else mine end,
            guided, instead);
        execute format('drop policy portal on %I', each);
    end loop;
    execute format('alter policy readers on turn_translation using (%s and (asks_portal() or exists (select from conversation_turn about'
        ' where about.municipality = turn_translation.municipality and about.participant = turn_translation.participant'
        ' and about.id = turn_translation.turn)))', here);
    drop policy portal on turn_translation;
    foreach each in array array['picture', 'document'] loop
        execute format('alter policy readers on %I using (' || in_one_of_theirs || ')', each);
        execute format('alter policy answered on %I with check (' || in_one_of_theirs || ')', each);
    end loop;

    execute format('alter policy own on caseload_snapshot using (%s and (employee = asks_coach() or asks_portal()'
        ' or employee = any ((select asks_for_colleagues())::text[])))', here);
    drop policy portal on caseload_snapshot;
    foreach each in array array['conversation_reminder', 'absence', 'colleague'] loop
        execute format('alter policy own on %I using (%s and (employee = asks_coach() or asks_portal()))', each, here);
        execute format('drop policy portal on %I', each);
    end loop;
    alter policy staff on absence using (municipality = asks_municipality() and asks_employee() is not null);
    alter policy staff on colleague using (municipality = asks_municipality() and asks_employee() is not null);
    alter policy waiting on absence using (municipality = asks_municipality() and asks_participant() is not null
        and since <= asks_today() and until >= asks_today() and ended_at is null);
end $$;
