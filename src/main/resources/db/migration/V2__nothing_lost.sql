-- What people send, until the municipality has it; and what happened there, so that people hear of it.

alter table dossier_snapshot
    add column changes      bigint not null default 0,
    add column seen_changes bigint not null default 0,
    add column tried_at     timestamptz;
alter table municipality_snapshot
    add column changes      bigint not null default 0,
    add column seen_changes bigint not null default 0;
create index dossier_snapshot_outdated on dossier_snapshot (municipality, participant) where changes <> seen_changes;
comment on column dossier_snapshot.changes is 'How often something was heard to have happened that it is about.';
comment on column dossier_snapshot.seen_changes is 'How often that was when it was asked for: less means that it is outdated.';
comment on column dossier_snapshot.tried_at is
    'When it was last taken to be refreshed: after that it is left alone for a moment, also if that failed.';
create index account_participant on account (municipality, participant);

create table agenda_snapshot (
    municipality text        not null,
    participant  text        not null,
    body         jsonb       not null,
    etag         text,
    confirmed_at timestamptz not null,
    changes      bigint      not null default 0,
    seen_changes bigint      not null default 0,
    primary key (municipality, participant)
);
create index agenda_snapshot_outdated on agenda_snapshot (municipality, participant) where changes <> seen_changes;
comment on table agenda_snapshot is 'A person''s agenda as the municipality last sent it, and when it last confirmed it.';

create table outbox (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    position     bigint      not null generated always as identity,
    kind         text        not null,
    subject      text        not null,
    body         jsonb       not null,
    state        text        not null default 'WAITING' check (state in ('WAITING', 'ARRIVED', 'REFUSED')),
    attempts     integer     not null default 0,
    created_at   timestamptz not null,
    tried_at     timestamptz,
    next_at      timestamptz,
    failing_seconds bigint   not null default 0,
    settled_at   timestamptz,
    refusal      jsonb,
    primary key (municipality, participant, id)
);
create index outbox_order on outbox (municipality, participant, position) where state = 'WAITING';
create index outbox_due on outbox (next_at) where state = 'WAITING' and next_at is not null;
create index outbox_sent on outbox (municipality, participant, position);
comment on table outbox is 'What a person sent, written together with what it changed here, delivered until it is settled.';
comment on column outbox.id is 'Also the key by which the municipality knows a repeat.';
comment on column outbox.next_at is 'When it is due; only the first that a person has waiting is.';
comment on column outbox.failing_seconds is 'For how long the municipality has been answering that it fails on it.';

create table feed_position (
    municipality text        primary key,
    series       uuid,
    last         bigint      not null default 0,
    read_at      timestamptz
);
comment on table feed_position is 'Up to where the feed of events was read. Who holds its lock is the one that reads.';

create table feed_gap (
    municipality text        not null,
    first        bigint      not null,
    last         bigint      not null,
    noticed_at   timestamptz not null,
    primary key (municipality, first)
);
comment on table feed_gap is 'Numbers that were skipped, from the first up to and including the last, and may still turn up.';

create table news (
    municipality text        not null,
    participant  text        not null,
    event        uuid        not null,
    code         text        not null,
    subject_kind text,
    subject_id   text,
    happened_at  timestamptz not null,
    noted_at     timestamptz not null,
    told_at      timestamptz,
    primary key (municipality, participant, event)
);
create index news_latest on news (municipality, participant, noted_at);
create index news_untold on news (municipality, noted_at) where told_at is null;
comment on table news is 'What happened that a person should hear of. told_at: when a notice about it went out, if one did.';

grant select, insert, update, delete on agenda_snapshot, outbox, feed_position, feed_gap, news to ${app};
