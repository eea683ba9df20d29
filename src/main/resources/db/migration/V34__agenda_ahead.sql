-- What of an agenda can be the next thing, beside the whole: Home reads no year of lessons to tell of one.
set local lock_timeout = '5s';

-- Safe: a node of the version before leaves both as they were; what is not of the moment of the body is not read.
alter table agenda_snapshot add column ahead jsonb, add column ahead_of timestamptz;
comment on column agenda_snapshot.ahead is 'Of the body what can come next within days. Empty for what was read before this was.';
comment on column agenda_snapshot.ahead_of is 'When the body was confirmed of which that is a part; it is of no use with another one.';
