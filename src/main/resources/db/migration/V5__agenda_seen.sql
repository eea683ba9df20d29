-- What changed in an agenda stands out until its owner says that they saw it.

create table agenda_seen (
    municipality text        not null,
    participant  text        not null,
    item         text        not null,
    version      integer     not null,
    seen_at      timestamptz not null,
    primary key (municipality, participant, item)
);
comment on table agenda_seen is 'Which version of an item of their agenda a person said that they saw. It goes to nobody.';
comment on column agenda_seen.seen_at is 'What the municipality refused after this has not been seen yet.';

grant select, insert, update, delete on agenda_seen to ${app};
