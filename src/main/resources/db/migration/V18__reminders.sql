-- What a coach wants to be reminded of, and to which colleagues something can be sent on.

create table conversation_reminder (
    municipality text        not null,
    participant  text        not null,
    conversation uuid        not null,
    employee     text        not null,
    due          date        not null,
    note         text,
    made_at      timestamptz not null,
    primary key (municipality, participant, conversation, employee)
);
create index conversation_reminder_due on conversation_reminder (municipality, employee, due);
comment on table conversation_reminder is 'That somebody of the staff wants to look at a conversation again, from a day on. One for each of them; nobody else sees it.';

create table colleague (
    municipality text        not null,
    employee     text        not null,
    name         text        not null,
    seen_at      timestamptz not null,
    primary key (municipality, employee)
);
comment on table colleague is 'Who guides people here, by the name with which they signed in: what is sent on has to be seen by somebody.';

-- What is open while nobody waits for an answer is looked up for a whole caseload at once.
create index conversation_open on conversation (municipality, participant, last_at desc) where open and waiting_since is null;

grant select, insert, update, delete on conversation_reminder, colleague to ${app};
