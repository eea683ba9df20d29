-- That somebody asks for help, and which courses they put aside to choose from.

create table help_request (
    municipality  text        not null,
    participant   text        not null,
    id            uuid        not null,
    topic         text        not null,
    language      text        not null,
    interpreter   boolean     not null,
    attachment    jsonb,
    asked_at      timestamptz not null,
    answer_within integer,
    answer_before date,
    primary key (municipality, participant, id)
);
create index help_request_latest on help_request (municipality, participant, asked_at);
comment on table help_request is 'That somebody asked for help, and about what. The municipality hears of it by the outbox.';
comment on column help_request.id is 'Also that of the message in the outbox.';
comment on column help_request.attachment is 'What the person wants the helper to see: an address in the portal, and what stood there then.';
comment on column help_request.answer_within is 'Within how many working days the municipality promised an answer then, if it did.';
comment on column help_request.answer_before is 'Before which day that is, counted from when the person asked.';

create table shortlist (
    municipality text        not null,
    participant  text        not null,
    course       text        not null,
    added_at     timestamptz not null,
    primary key (municipality, participant, course)
);
comment on table shortlist is 'The courses that a person put aside to choose from. Nobody but that person reads it, unless they send it along.';

grant select, insert, update, delete on help_request, shortlist to ${app};
