-- Hours that people log, all that happened to each entry, and what the municipality was told of it.

create table hour_entry (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    kind         text        not null,
    day          date        not null,
    minutes      integer     not null,
    state        text        not null
        check (state in ('CONCEPT', 'WAITING', 'ASKED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    version      integer     not null,
    logged_at    timestamptz not null,
    sent_at      timestamptz,
    primary key (municipality, participant, id)
);
create index hour_entry_days on hour_entry (municipality, participant, day desc, id);
create index hour_entry_waiting on hour_entry (municipality, participant, sent_at) where state = 'WAITING';
comment on table hour_entry is 'How each entry stands: what its acts come to, in a form that can be looked up and added up.';
comment on column hour_entry.id is 'Made where it was written, perhaps without a network: what is sent twice is one.';
comment on column hour_entry.version is 'How many acts it has.';

create table hour_act (
    municipality text        not null,
    participant  text        not null,
    entry        uuid        not null,
    position     integer     not null,
    id           uuid        not null,
    act          jsonb       not null,
    at           timestamptz not null,
    primary key (municipality, participant, entry, position),
    unique (municipality, participant, entry, id)
);
comment on table hour_act is 'What happened to an entry, in order. Rows are only ever added.';

create table hour_told (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    entry        uuid        not null,
    position     bigint      not null generated always as identity,
    judgement    uuid        not null,
    kind         text        not null,
    minutes      integer     not null,
    content      jsonb       not null,
    since        timestamptz not null,
    settled_at   timestamptz,
    taken        boolean,
    given        text,
    primary key (municipality, participant, id)
);
create index hour_told_entry on hour_told (municipality, participant, entry, position);
comment on table hour_told is
    'What the municipality was told of an entry, and from when to when that was under way: by that is known what its own count holds.';
comment on column hour_told.id is 'That of the message in the outbox.';
comment on column hour_told.judgement is 'The acceptance that it is about.';
comment on column hour_told.minutes is 'How many minutes of this entry count there with this message; 0 when it is withdrawn.';
comment on column hour_told.content is 'The message itself.';
comment on column hour_told.since is 'From when it was under way.';
comment on column hour_told.taken is 'Whether the municipality took it; not known as long as it is not settled.';
comment on column hour_told.given is 'The municipality''s own id of the entry, once it has it.';

grant select, insert, update, delete on hour_entry, hour_told to ${app};
grant select, insert on hour_act to ${app};
