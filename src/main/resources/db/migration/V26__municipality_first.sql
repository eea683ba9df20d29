-- One installation serves many municipalities: every key and every index that finds something begins with the municipality, so that
-- tables can be spread by it, and what one of them has none of the others can take up or see. Safe while nodes of the version before
-- still run: they find what they look for, without an index if need be. Nothing is renamed; a lock that is not to be had soon is
-- given up, and so this is, to be tried again.
set local lock_timeout = '5s';

-- How much was used up, for each municipality apart. A table of its own: nodes of the version before count in 'allowance' until they
-- stop, which a later version takes away.
create unlogged table used_allowance (
    municipality text        not null,
    counted      bytea       not null,
    used_until   timestamptz not null,
    refused      boolean     not null,
    primary key (municipality, counted)
) with (fillfactor = 50);
comment on table used_allowance is 'How much of what may be done just so often was used up, by all nodes together. Nobody''s data: keyed hashes only, until all has flowed back.';
comment on column used_allowance.counted is 'HMAC-SHA-256 of what was done and by whom, or from which address: not to be found again without the secret of the portal.';
comment on column used_allowance.used_until is 'When all of it has flowed back.';
comment on column used_allowance.refused is 'Whether the last time was once too often.';
grant select, insert, update, delete on used_allowance to ${app};

-- Safe: each is made within seconds, and what is written meanwhile waits for that.
create unique index certificate_by_code on certificate (municipality, code_hash);
create unique index notice_choice_by_stop on notice_choice (municipality, stop);
create unique index calendar_feed_by_token on calendar_feed (municipality, token_hash);
create index outbox_due_by_municipality on outbox (municipality, next_at) where state = 'WAITING' and next_at is not null;
create index notice_due_by_municipality on notice (municipality, due_at) where due_at is not null;

-- Safe: these only make finding faster, and no statement of the version before names one.
drop index certificate_code;
drop index notice_choice_stop;
drop index calendar_feed_token;
drop index outbox_due;
drop index notice_due;

-- What the portal does by itself for one municipality is done to no other: a job, a sign-in, an address with a secret in it. Only what
-- is for all of them, such as taking away what was kept long enough, says no municipality.
do $$
declare
    each text;
begin
    for each in select policy.tablename from pg_policies policy where policy.schemaname = 'public' and policy.policyname = 'portal'
            and policy.qual = '( SELECT asks_portal() AS asks_portal)' and policy.with_check is null order by 1 loop
        execute format('alter policy portal on %I using ((select asks_portal()) and ((select asks_municipality()) is null'
            ' or municipality = (select asks_municipality())))', each);
    end loop;
end $$;
