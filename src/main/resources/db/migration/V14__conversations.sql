-- What people ask, and what they are answered. How a conversation stands is kept beside its turns, so that an inbox reads one index.

create table conversation (
    municipality  text        not null,
    participant   text        not null,
    id            uuid        not null,
    opening       jsonb       not null,
    open          boolean     not null,
    waiting_since timestamptz,
    answer_before date,
    theirs        boolean     not null,
    assigned_to   text,
    assigned_name text,
    contact       text,
    contact_name  text,
    turns         integer     not null,
    opened_at     timestamptz not null,
    last_at       timestamptz not null,
    closed_at     timestamptz,
    primary key (municipality, participant, id)
);
create index conversation_latest on conversation (municipality, participant, last_at desc);
create index conversation_waiting on conversation (municipality, participant, answer_before, waiting_since)
    where waiting_since is not null;
create index conversation_assigned on conversation (municipality, assigned_to, answer_before, waiting_since)
    where assigned_to is not null;
comment on table conversation is 'What somebody asked about, and how it stands: what its turns come to.';
comment on column conversation.id is 'Made with the form: what is sent twice is one.';
comment on column conversation.assigned_to is 'The employee who answers; none for whoever is the contact of the person.';
comment on column conversation.contact is 'Who was the person''s contact when that was last heard: when it is somebody else, that is said here.';
comment on column conversation.closed_at is 'When it was last closed; a substitute sees what was open in their days.';

create table conversation_turn (
    municipality text        not null,
    participant  text        not null,
    conversation uuid        not null,
    position     integer     not null,
    id           uuid        not null,
    turn         jsonb       not null,
    at           timestamptz not null,
    primary key (municipality, participant, conversation, position),
    unique (municipality, participant, id)
);
comment on table conversation_turn is 'What was said and done, in order. Rows are only ever added.';

create table conversation_reader (
    municipality text        not null,
    participant  text        not null,
    conversation uuid        not null,
    reader       text        not null,
    name         text,
    position     integer     not null,
    at           timestamptz not null,
    primary key (municipality, participant, conversation, reader)
);
comment on table conversation_reader is 'Up to where each reader has seen it. Both sides are shown this.';
comment on column conversation_reader.reader is 'The participant''s own id, or the id of an employee.';

create table draft (
    municipality text        not null,
    person       text        not null,
    about        text        not null,
    fields       jsonb       not null,
    kept_at      timestamptz not null,
    primary key (municipality, person, about)
);
comment on table draft is 'What somebody is still writing: theirs alone.';
comment on column draft.about is 'The id of the conversation, or new.';

create table absence (
    municipality    text        not null,
    employee        text        not null,
    id              uuid        not null,
    employee_name   text        not null,
    substitute      text        not null,
    substitute_name text        not null,
    since           date        not null,
    until           date        not null,
    noted_at        timestamptz not null,
    ended_at        timestamptz,
    primary key (municipality, employee, id),
    check (until >= since)
);
create index absence_substitute on absence (municipality, substitute, until);
comment on table absence is 'That an employee is away, and who answers instead, from the first day up to and including the last.';

grant select, insert, update, delete on conversation, conversation_reader, draft, absence to ${app};
grant select, insert on conversation_turn to ${app};
