-- Who does something without end is stopped: until when what somebody used up would last, so that it flows back bit by bit.
-- Instead of what was counted by the hour, which allowed twice as much around the edge of one.

drop table hourly_count;

-- Unlogged: after a crash counting begins anew, and nothing else is lost. No index but the key, and room on each page, so that
-- counting changes a row where it stands.
create unlogged table allowance (
    counted    bytea       primary key,
    used_until timestamptz not null,
    refused    boolean     not null
) with (fillfactor = 50);
comment on table allowance is 'How much of what may be done just so often was used up, by all nodes together. Nobody''s data: keyed hashes only, until all has flowed back.';
comment on column allowance.counted is 'HMAC-SHA-256 of what was done and by whom, or from which address: not to be found again without the secret of the portal.';
comment on column allowance.used_until is 'When all of it has flowed back.';
comment on column allowance.refused is 'Whether the last time was once too often.';

grant select, insert, update, delete on allowance to ${app};
