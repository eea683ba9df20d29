-- Notices that something waits in the portal: who wants them, where, and what became of each. None says about what.

create table notice_choice (
    municipality text        not null,
    participant  text        not null,
    channel      text,
    address      bytea,
    language     text        not null,
    quiet_from   time        not null,
    quiet_until  time        not null,
    stop         uuid        not null,
    chosen_at    timestamptz not null,
    stopped_at   timestamptz,
    sent_at      timestamptz,
    primary key (municipality, participant),
    check ((channel is null) = (address is null))
);
create unique index notice_choice_stop on notice_choice (stop);
comment on table notice_choice is 'How a person wants to hear that something waits; without a channel they do not.';
comment on column notice_choice.address is 'Encrypted; it goes when the person stops.';
comment on column notice_choice.stop is 'What the link to stop in each notice is made of. A new one for each address.';
comment on column notice_choice.sent_at is 'When the last notice went out: the next one waits for a while.';

create table notice_address (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    channel      text        not null,
    address      bytea       not null,
    language     text        not null,
    tries        integer     not null default 0,
    asked_at     timestamptz not null,
    primary key (municipality, participant)
);
comment on table notice_address is 'An address of which its owner has not said yet that they read what is sent there.';
comment on column notice_address.id is 'What the code that was sent there is worked out from, together with a secret.';

create table notice_event (
    municipality text        not null,
    participant  text        not null,
    event        uuid        not null,
    noted_at     timestamptz not null,
    primary key (municipality, participant, event)
);
create index notice_event_old on notice_event (noted_at);
comment on table notice_event is 'What somebody was, or is to be, told of: so that nothing is told of twice.';

create table notice (
    municipality  text        not null,
    participant   text        not null,
    id            uuid        not null,
    kind          text        not null,
    channel       text        not null,
    address       bytea,
    language      text        not null,
    state         text        not null,
    again         boolean     not null default false,
    attempts      integer     not null default 0,
    created_at    timestamptz not null,
    due_at        timestamptz,
    failing_since timestamptz,
    settled_at    timestamptz,
    reference     text,
    primary key (municipality, participant, id)
);
create unique index notice_one on notice (municipality, participant) where kind = 'NUDGE' and state in ('WAITING', 'SENDING');
create index notice_due on notice (due_at) where due_at is not null;
create index notice_latest on notice (municipality, participant, created_at desc);
create index notice_old on notice (created_at);
comment on table notice is 'What is sent to people''s own addresses. A person has one notice under way, whatever happens meanwhile.';
comment on column notice.address is 'Encrypted, where it is not that of the choice: of a code, and of what is told at an address that was left.';
comment on column notice.again is 'Something happened while it was being sent: another one follows.';
comment on column notice.due_at is 'When something is to be done: to send it, to take it for lost, or to ask the provider what became of it.';
comment on column notice.reference is 'By which the provider knows it.';

grant select, insert, update, delete on notice_choice, notice_address, notice_event, notice to ${app};

-- Who is told of what is kept here now, with what other rooms know of.
drop index news_untold;
alter table news drop column told_at;
comment on table news is 'What happened that a person should hear of.';
