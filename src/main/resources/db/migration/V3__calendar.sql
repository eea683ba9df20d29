-- An agenda in the calendar of a phone: who knows the address may read it. So the address itself is kept nowhere.

create table calendar_feed (
    municipality text        not null,
    participant  text        not null,
    token_hash   bytea       not null,
    language     text        not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    primary key (municipality, participant)
);
create unique index calendar_feed_token on calendar_feed (token_hash);
comment on table calendar_feed is 'By which secret address a person''s agenda can be read without signing in.';
comment on column calendar_feed.token_hash is 'SHA-256 of the secret in the address: 256 random bits, so no salt is needed.';
comment on column calendar_feed.last_used_at is 'In whole hours: enough to notice that somebody else uses it.';

-- Unlogged: after a crash counting begins anew, and nothing else is lost.
create unlogged table calendar_count (
    counted bytea       primary key,
    hour    timestamptz not null,
    times   integer     not null
);
create index calendar_count_hour on calendar_count (hour);
comment on table calendar_count is 'How often a calendar was asked for within the hour, by all nodes together. Hashes only, for an hour.';

grant select, insert, update, delete on calendar_feed, calendar_count to ${app};
