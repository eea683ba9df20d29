-- When people work, as they typed it for themselves: it goes to nobody.

create table work_pattern (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    pattern      jsonb       not null,
    made_at      timestamptz not null,
    removed_at   timestamptz,
    primary key (municipality, participant, id)
);
create index work_pattern_removed on work_pattern (removed_at) where removed_at is not null;
comment on table work_pattern is 'A person''s own work, one pattern a row. Nobody but that person reads it.';
comment on column work_pattern.id is 'From the form, so that a form that is sent twice is one row.';
comment on column work_pattern.removed_at is 'When it was taken away: for a day it can be put back, then the row goes.';

grant select, insert, update, delete on work_pattern to ${app};
