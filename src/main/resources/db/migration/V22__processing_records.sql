-- Who looked at what of a person, and who changed something: one row for each, after the standard Logboek Dataverwerkingen
-- (Logius). Rows are only ever added, and stand in the transaction of what they are about: what fails leaves none. So a row always
-- has the standard's status_code 0, which is not kept.

create table processing_record (
    municipality  text        not null,
    participant   text        not null,
    id            uuid        not null,
    trace         text        not null check (trace ~ '^[0-9a-f]{32}$'),
    span          text        not null default left(replace(gen_random_uuid()::text, '-', ''), 16),
    activity      text        not null,
    kind          text        not null check (kind in ('LOOK', 'LIST', 'CHANGE', 'REMOVAL')),
    subject       text        not null,
    actor         text,
    actor_role    text        not null,
    actor_name    text,
    purpose       text        check (purpose in ('CONTACT', 'INSTEAD', 'SENT')),
    instead_of    text,
    instead_until date,
    at            timestamptz not null,
    primary key (municipality, participant, kind, id)
);
create index processing_record_latest on processing_record (municipality, participant, at desc);
create index processing_record_old on processing_record using brin (at);
comment on table processing_record is
    'What was looked at and changed, of whom, by whom and what for. Nothing of what it says: that stands where it was.';
comment on column processing_record.participant is
    'dpl.core.data_subject_id of the standard: an id without meaning, of which only the municipality knows whose it is.';
comment on column processing_record.id is 'Made of what makes it one: the same again within a request, or a list again within a day, is no other. With its kind, so that no look that the portal''s role writes down keeps a change from being written.';
comment on column processing_record.trace is 'trace_id: also told to the municipal API, so that its log and this one can be joined.';
comment on column processing_record.span is 'span_id: one for each person.';
comment on column processing_record.activity is 'dpl.core.processing_activity_id: in the register of nl.opkoers.looks.Activity.';
comment on column processing_record.subject is 'Which kind of data.';
comment on column processing_record.actor is 'Who did it: a participant or an employee; none for the portal itself.';
comment on column processing_record.purpose is 'By what an employee may: as the contact, instead of a colleague, or because it was sent on to them.';

alter table processing_record enable row level security;
create policy processing_record_mine on processing_record for select
    using (municipality = asks_municipality() and participant = asks_participant());
create policy processing_record_by_staff on processing_record for insert
    with check (municipality = asks_municipality() and actor = asks_employee() and actor_role = asks_role()
        and trace = asks_trace() and kind in ('LOOK', 'LIST'));
grant select, insert on processing_record to ${app};

-- Changes write themselves down, whatever code makes them: as the owner of the tables, who alone may add such rows. Not what the
-- owner does by hand or in a migration, which is no request of anybody; and of what the portal does by itself only that something
-- was taken away, as its own bookkeeping is done to nobody.
create function record_processing() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    of_whom record;
    who     text   := coalesce(asks_employee(), asks_participant());
    trace   text   := coalesce(asks_trace(), md5(pg_current_xact_id()::text || ' ' || transaction_timestamp()));
    kind    text   := case when tg_op = 'DELETE' and who is null then 'REMOVAL' else 'CHANGE' end;
begin
    if tg_op = 'DELETE' then
        of_whom := old;
    else
        of_whom := new;
    end if;
    if session_user = current_user or (who is null and tg_op <> 'DELETE') then
        return null;
    end if;
    insert into processing_record (municipality, participant, id, trace, activity, kind, subject, actor, actor_role, actor_name, at)
        values (of_whom.municipality, of_whom.participant, md5(concat_ws(' ', trace, tg_argv[0], tg_argv[1], kind))::uuid, trace,
            tg_argv[0], kind, tg_argv[1], who,
            case when who is null then 'portal' else coalesce(asks_role(), 'participant') end, asks_name(), now())
        on conflict do nothing;
    return null;
end $$;
-- Who could put it on a table of their own could write down changes that nobody made.
revoke execute on function record_processing() from public;
comment on function record_processing() is 'Arguments: the activity, and which kind of data.';

do $$
declare
    each record;
begin
    for each in select * from (values
        ('hour_entry', 'hours', 'hours', 'insert or update or delete'),
        ('hour_act', 'hours', 'hours', 'insert or delete'),
        ('certificate', 'hours', 'certificate', 'insert or delete'),
        ('picture', 'files', 'picture', 'insert or delete'),
        ('document', 'files', 'document', 'insert or delete'),
        ('conversation', 'questions', 'conversation', 'insert or delete'),
        ('turn_translation', 'questions', 'translation', 'insert or delete'),
        ('conversation_reminder', 'questions', 'reminder', 'insert or update or delete'),
        ('coach_note', 'guidance', 'note', 'insert or delete'),
        ('contact_preference', 'guidance', 'preference', 'insert or delete'),
        ('talk_request', 'agenda', 'talk', 'insert or update or delete'),
        ('agenda_seen', 'own', 'seen', 'insert or update or delete'),
        ('work_pattern', 'own', 'work', 'insert or update or delete'),
        ('shortlist', 'own', 'shortlist', 'insert or update or delete'),
        ('cost_calculation', 'own', 'calculation', 'insert or update or delete'),
        ('calendar_feed', 'own', 'calendar', 'insert or update or delete'),
        ('notice_choice', 'notices', 'address', 'insert or update or delete'),
        ('notice_address', 'notices', 'address', 'insert or update or delete')
    ) as it(named, activity, subject, acts) loop
        execute format('create trigger recorded after %s on %I for each row execute function record_processing(%L, %L)',
            each.acts, each.named, each.activity, each.subject);
    end loop;
end $$;

-- That the portal says who is somebody's contact now is no turn of anybody.
create trigger recorded after insert on conversation_turn for each row when (new.turn ->> 'turn' <> 'taken-over')
    execute function record_processing('questions', 'conversation');
create trigger recorded_removal after delete on conversation_turn for each row
    execute function record_processing('questions', 'conversation');
-- What else is sent stands in a table of its own.
create trigger recorded after insert on outbox for each row when (new.kind in ('CONFIRM', 'DECLINE', 'MOVE'))
    execute function record_processing('agenda', 'reply');
create trigger recorded_removal after delete on outbox for each row when (old.kind in ('CONFIRM', 'DECLINE', 'MOVE'))
    execute function record_processing('agenda', 'reply');

-- What a person sent goes on under the trace of the request in which they did, whenever it is delivered.
alter table outbox add column trace text default asks_trace();
comment on column outbox.trace is 'Of the request in which it was sent: told to the municipality with it.';
