-- Sessions that were ended before their time, so that a copy of their cookie opens nothing.

create table ended_session (
    municipality text        not null,
    mark         text        not null,
    ended_at     timestamptz not null,
    primary key (municipality, mark)
);
comment on table ended_session is 'By their marks, which are hashes: sessions that were ended, by who had them or by the identity provider, and what the latter said, so that it counts once. Kept for the 8 hours that a session may last.';
create index ended_session_old on ended_session (municipality, ended_at);

grant select, insert, update, delete on ended_session to ${app};
