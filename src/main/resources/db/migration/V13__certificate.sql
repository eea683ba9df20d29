-- What was stated on paper about somebody's hours, so that whoever holds the paper can ask whether it still holds.

create table certificate (
    municipality text        not null,
    participant  text        not null,
    code_hash    bytea       not null,
    issued_on    date        not null,
    stated       jsonb       not null,
    primary key (municipality, participant, code_hash)
);
create unique index certificate_code on certificate (code_hash);
comment on table certificate is 'Certificates of hours that were printed. One holds as long as every entry that it states is accepted as it was stated.';
comment on column certificate.code_hash is 'SHA-256 of the code on the paper: 100 bits that nobody can guess, so no salt is needed.';
comment on column certificate.stated is 'The entries that it was made of: id, kind, activity, day and minutes.';

grant select, insert, delete on certificate to ${app};

-- Counted is not only who tries addresses of calendars but also who tries codes.
alter table calendar_count rename to hourly_count;
alter index calendar_count_hour rename to hourly_count_hour;
comment on table hourly_count is 'How often something was asked for within the hour without signing in, by all nodes together. Hashes only, for an hour.';
