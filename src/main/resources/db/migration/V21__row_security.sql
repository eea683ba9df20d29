-- Rows are for whom they are about. Who asks is told by the portal whenever it takes a connection (scope.ScopedConnections), in
-- settings that these functions read; of nobody, they say nothing. What no policy opens is closed. The role that owns the tables
-- stays outside of this; ${app} does not own them, and can neither switch it off nor change a policy.
-- It is the floor beneath the finer rules of the portal: a query that forgets to say whose rows it wants finds no others.

create function asks_municipality() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.municipality', true), '');
create function asks_participant() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.participant', true), '');
create function asks_employee() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.employee', true), '');
create function asks_role() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.role', true), '');
create function asks_name() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.name', true), '');
create function asks_today() returns date language sql stable parallel safe
    return cast(nullif(current_setting('opkoers.today', true), '') as date);
create function asks_trace() returns text language sql stable parallel safe
    return nullif(current_setting('opkoers.trace', true), '');
create function asks_portal() returns boolean language sql stable parallel safe
    return coalesce(current_setting('opkoers.portal', true), '') = 'yes';
create function asks_coach() returns text language sql stable parallel safe
    return case when asks_role() = 'coach' then asks_employee() end;
comment on function asks_participant is 'The participant who is signed in.';
comment on function asks_employee is 'The employee who is signed in, whatever their role.';
comment on function asks_coach is 'The employee who is signed in, when they are a coach.';
comment on function asks_today is 'The day that it is in Amsterdam, as the portal sees it.';
comment on function asks_trace is 'By what all that is done for one request is recognised, in 32 hexadecimal digits.';
comment on function asks_portal is 'Whether the portal itself does this: a job, a sign-in, an address with a secret in it.';

create function is_within(today text, days jsonb) returns boolean language sql immutable parallel safe
    return coalesce(days ->> 'van' like '____-__-__%' and left(days ->> 'van', 10) collate "C" <= today, true)
        and coalesce(days ->> 'tot' like '____-__-__%' and left(days ->> 'tot', 10) collate "C" >= today, true);
comment on function is_within is 'Whether today is one of these days, as a caseload tells them; what is no day opens nothing.';

-- Whom the municipality says these employees are there for today. A caseload is long: it is unpacked once.
create function caseload_today(employees text[], with_instead boolean) returns text[] language plpgsql stable parallel safe as $$
declare
    today constant text := to_char(asks_today(), 'YYYY-MM-DD');
    here constant text := asks_municipality();
begin
    return (with seen as materialized (
            select body -> 'inburgeraars' as members from caseload_snapshot
            where municipality = here and employee = any (employees) and body ->> 'medewerkerId' = employee)
        select coalesce(array_agg(member ->> 'inburgeraarId'), '{}')
        from seen cross join lateral jsonb_array_elements(case jsonb_typeof(members) when 'array' then members else '[]' end) member
        where is_within(today, member) and case jsonb_typeof(member -> 'vervangt')
            when 'object' then with_instead and is_within(today, member -> 'vervangt') else true end);
end $$;
comment on function caseload_today is 'Participants; with those of whom the employee is no contact, but stands in for one.';

-- The next three look further than who asks: they have to know for whom somebody is there before they can say what is theirs.
create function asks_people() returns text[] language plpgsql stable parallel safe security definer
    set search_path = pg_catalog, public, pg_temp as $$
begin
    return case when asks_coach() is null or asks_today() is null then '{}' else caseload_today(array[asks_coach()], true) end;
end $$;
comment on function asks_people is 'For whom the coach who asks is there today, as the municipality last said.';

create function asks_for_colleagues() returns text[] language sql stable parallel safe security definer
    return (select coalesce(array_agg(employee), '{}') from absence where municipality = asks_municipality()
        and substitute = asks_coach() and since <= asks_today() and until >= asks_today() and ended_at is null);
comment on function asks_for_colleagues is 'The colleagues for whom the coach who asks answers today, because they noted that they are away.';

create function asks_people_of_colleagues() returns text[] language plpgsql stable parallel safe security definer
    set search_path = pg_catalog, public, pg_temp as $$
declare
    colleagues constant text[] := asks_for_colleagues();
begin
    return case when colleagues = '{}' then '{}' else caseload_today(colleagues, false) end;
end $$;
comment on function asks_people_of_colleagues is 'For whom these colleagues are there. Of them only conversations are opened.';

-- In the functions that look further nobody but the portal's role has anything to look for, and nobody makes anything for them to
-- find. Who does not own the database cannot take away what all may do in it.
revoke execute on function asks_municipality(), asks_participant(), asks_employee(), asks_role(), asks_name(), asks_today(),
    asks_trace(), asks_portal(), asks_coach(), is_within(text, jsonb), caseload_today(text[], boolean), asks_people(),
    asks_for_colleagues(), asks_people_of_colleagues() from public;
grant execute on function asks_municipality(), asks_participant(), asks_employee(), asks_role(), asks_name(), asks_today(),
    asks_trace(), asks_portal(), asks_coach(), asks_people(), asks_for_colleagues(), asks_people_of_colleagues() to ${app};
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
exception when insufficient_privilege then
    raise notice 'Only who owns the database can keep others from making temporary tables in it.';
end $$;

-- What is written "(select …)" is worked out once for a query, and not for each row.
do $$
declare
    each text;
    here constant text := 'municipality = (select asks_municipality())';
    mine constant text := 'participant = (select asks_participant())';
    guided constant text := 'participant = any ((select asks_people())::text[])';
begin
    foreach each in array array['account', 'dossier_snapshot', 'visit', 'kept_form', 'agenda_snapshot', 'outbox', 'news',
            'calendar_feed', 'work_pattern', 'agenda_seen', 'talk_request', 'hour_entry', 'hour_act', 'hour_told', 'cost_calculation',
            'shortlist', 'caseload_snapshot', 'picture', 'certificate', 'conversation', 'conversation_turn', 'conversation_reader',
            'draft', 'absence', 'notice_choice', 'notice_address', 'notice_event', 'notice', 'contact_preference',
            'turn_translation', 'document', 'conversation_reminder', 'colleague', 'coach_note', 'owed_answer'] loop
        execute format('alter table %I enable row level security', each);
        execute format('create policy portal on %I using ((select asks_portal()))', each);
    end loop;

    -- Somebody's own.
    foreach each in array array['account', 'dossier_snapshot', 'visit', 'agenda_snapshot', 'outbox', 'news', 'calendar_feed',
            'work_pattern', 'agenda_seen', 'talk_request', 'hour_entry', 'hour_act', 'hour_told', 'cost_calculation', 'shortlist',
            'picture', 'document', 'certificate', 'notice_choice', 'notice_address', 'notice_event', 'notice',
            'contact_preference'] loop
        execute format('create policy own on %I using (%s and %s)', each, here, mine);
    end loop;

    -- What a coach works with, of whom they are there for.
    foreach each in array array['dossier_snapshot', 'agenda_snapshot', 'outbox', 'hour_entry', 'hour_act', 'hour_told', 'picture',
            'document', 'coach_note'] loop
        execute format('create policy guided on %I using (%s and %s)', each, here, guided);
    end loop;
    execute format('create policy guided on contact_preference for select using (%s and %s)', here, guided);

    -- What participants and employees alike keep for themselves.
    foreach each in array array['kept_form', 'draft'] loop
        execute format('create policy own on %I using (%s and person = (select coalesce(asks_participant(), asks_employee())))',
            each, here);
    end loop;

    -- Conversations also for who answers them, or stands in for who does; and what hangs on a conversation for whom it is for.
    -- It is begun by whom it is about, or by who guides them: who could begin one to answer themselves would see all their files.
    foreach each in array array['select', 'update'] loop
        execute format('create policy %4$s_by_readers on conversation for %4$s using (%1$s and (%2$s or %3$s'
            ' or assigned_to = (select asks_coach()) or assigned_to = any ((select asks_for_colleagues())::text[])'
            ' or participant = any ((select asks_people_of_colleagues())::text[])))', here, mine, guided, each);
    end loop;
    execute format('create policy begun on conversation for insert with check (%s and (%s or %s))', here, mine, guided);
    foreach each in array array['conversation_turn', 'conversation_reader', 'owed_answer'] loop
        execute format('create policy readers on %1$I using (%2$s and (%3$s or %4$s or exists (select from conversation about'
            ' where about.municipality = %1$I.municipality and about.participant = %1$I.participant'
            ' and about.id = %1$I.conversation)))', each, here, mine, guided);
    end loop;
    execute format('create policy readers on turn_translation using (%s and exists (select from conversation_turn about'
        ' where about.municipality = turn_translation.municipality and about.participant = turn_translation.participant'
        ' and about.id = turn_translation.turn))', here);
    -- A file is kept before the turn is said with which it goes along.
    foreach each in array array['picture', 'document'] loop
        execute format('create policy readers on %1$I for select using (%2$s and (select asks_coach()) is not null'
            ' and exists (select from conversation about where about.municipality = %1$I.municipality'
            ' and about.participant = %1$I.participant))', each, here);
        execute format('create policy answered on %1$I for insert with check (%2$s and (select asks_coach()) is not null'
            ' and exists (select from conversation about where about.municipality = %1$I.municipality'
            ' and about.participant = %1$I.participant))', each, here);
    end loop;

    -- Of the staff.
    execute format('create policy own on conversation_reminder using (%s and employee = (select asks_coach()))', here);
    execute format('create policy own on caseload_snapshot using (%s and (employee = (select asks_coach())'
        ' or employee = any ((select asks_for_colleagues())::text[])))', here);
    execute format('create policy own on absence using (%s and employee = (select asks_coach()))', here);
    execute format('create policy staff on absence for select using (%s and (select asks_employee()) is not null)', here);
    -- Who waits for an answer is told who gives it meanwhile.
    execute format('create policy waiting on absence for select using (%s and (select asks_participant()) is not null'
        ' and since <= (select asks_today()) and until >= (select asks_today()) and ended_at is null)', here);
    execute format('create policy own on colleague using (%s and employee = (select asks_coach()))', here);
    execute format('create policy staff on colleague for select using (%s and (select asks_employee()) is not null)', here);
end $$;

-- A conversation stays whose it is, and goes when its time is over.
revoke update, delete on conversation from ${app};
grant update (open, waiting_since, answer_before, theirs, assigned_to, assigned_name, contact, contact_name, turns, last_at,
    closed_at) on conversation to ${app};
