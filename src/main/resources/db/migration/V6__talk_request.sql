-- That somebody finds it too much and asks for a talk; and agendas are refreshed in the background, as dossiers are.

alter table agenda_snapshot add column tried_at timestamptz;
comment on column agenda_snapshot.tried_at is
    'When it was last taken to be refreshed: after that it is left alone for a moment, also if that failed.';

create table talk_request (
    municipality  text        not null,
    participant   text        not null,
    id            uuid        not null,
    week          date,
    load          jsonb,
    language      text        not null,
    interpreter   boolean     not null,
    asked_at      timestamptz not null,
    answer_within integer,
    primary key (municipality, participant, id)
);
create index talk_request_latest on talk_request (municipality, participant, asked_at);
comment on table talk_request is 'That somebody asked for a talk because it is too much. The municipality hears of it by the outbox.';
comment on column talk_request.id is 'Also that of the message in the outbox.';
comment on column talk_request.week is 'The Monday of the week that goes along; none when the person left it out.';
comment on column talk_request.load is 'The hours of that week as they were then: minutes by sort, and in all.';
comment on column talk_request.answer_within is 'Within how many working days the municipality promised an answer then, if it did.';

grant select, insert, update, delete on talk_request to ${app};
