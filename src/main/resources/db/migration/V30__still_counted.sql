-- When the municipality does not take it that hours no longer count, it goes on counting them: a coach sees that, tells it once more, or
-- settles it with the municipality and notes so. What was not taken before is seen too: what was told says it already. Safe while nodes
-- of the version before still run: they write rows without these columns, and a row that a coach noted is to them one that was taken.
set local lock_timeout = '5s';

alter table hour_told add column refusal jsonb;
alter table hour_told add column settled_by text;
alter table hour_told add column settled_by_name text;
comment on column hour_told.refusal is 'Why the municipality did not take it.';
comment on column hour_told.settled_by is
    'The employee who noted that the municipality no longer counts it, which no message told; none where it was told by one.';

-- Safe: it is made within seconds, as few rows are in it, and who judges hours meanwhile waits for that.
create index hour_told_kept on hour_told (municipality, participant, entry) where taken is false and minutes = 0;

-- Safe: it records what a coach notes, which the version before never does. What the portal tells and hears is its own bookkeeping.
create trigger recorded after insert on hour_told for each row when (new.settled_by is not null)
    execute function record_processing('hours', 'hours');
