-- What learning costs, as somebody reckoned it out and kept it for themselves.

create table cost_calculation (
    municipality text           not null,
    participant  text           not null,
    id           uuid           not null,
    typed        jsonb          not null,
    total_from   numeric(12, 2) not null,
    total_to     numeric(12, 2) not null,
    saved_at     timestamptz    not null,
    primary key (municipality, participant, id)
);
comment on table cost_calculation is 'A person''s own calculation. Nobody but that person reads it.';
comment on column cost_calculation.id is 'From the form, so that a form that is sent twice is one row.';
comment on column cost_calculation.typed is 'What was filled in, by field: the rest is worked out again each time, with the facts of that day.';
comment on column cost_calculation.total_from is 'What came out then, in euros: so that it can be said when it comes out otherwise.';

grant select, insert, update, delete on cost_calculation to ${app};
