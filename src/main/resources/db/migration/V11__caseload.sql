-- For whom each coach is there, as the municipality last said: so an outage of a moment closes nobody out.

create table caseload_snapshot (
    municipality text        not null,
    employee     text        not null,
    body         jsonb       not null,
    etag         text,
    confirmed_at timestamptz not null,
    changes      bigint      not null default 0,
    seen_changes bigint      not null default 0,
    primary key (municipality, employee)
);
comment on table caseload_snapshot is 'Whom an employee may see, as the municipality last sent it. Judged by the day at every look; too old, it opens nothing.';

grant select, insert, update, delete on caseload_snapshot to ${app};
