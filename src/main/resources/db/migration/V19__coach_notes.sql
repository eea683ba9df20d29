-- What those who guide somebody note for each other.

create table coach_note (
    municipality text        not null,
    participant  text        not null,
    position     integer     not null,
    id           uuid        not null,
    text         text        not null check (length(text) <= 4000),
    author       text        not null,
    author_name  text        not null,
    at           timestamptz not null,
    primary key (municipality, participant, position),
    unique (municipality, participant, id)
);
comment on table coach_note is
    'What coaches note about a person for whoever guides them. Rows are only ever added: the last one holds. The person is told that it may be there.';
comment on column coach_note.position is 'From 1, without gaps: what is written over something newer than its writer saw does not fit.';
comment on column coach_note.id is 'Made with the form: what is sent twice is one.';

grant select, insert on coach_note to ${app};
