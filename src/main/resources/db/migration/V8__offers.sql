-- What the municipality says that is on offer: its schools with their courses, and the places to practise Dutch.

create table offer_snapshot (
    municipality text        not null,
    kind         text        not null check (kind in ('COURSES', 'PLACES')),
    body         jsonb       not null,
    etag         text,
    confirmed_at timestamptz not null,
    changes      bigint      not null default 0,
    seen_changes bigint      not null default 0,
    primary key (municipality, kind)
);
comment on table offer_snapshot is 'What is on offer as the municipality last sent it. About nobody. Searched in memory, never in here.';
comment on column offer_snapshot.changes is 'Not counted: no event tells of an offer. It is asked for again when it is old.';

grant select, insert, update, delete on offer_snapshot to ${app};
