-- What a kept calculation could not count, so that its total is never read as all of it: not in the list, and not by who helps.
set local lock_timeout = '5s';

-- Safe: a node of the version before leaves it empty, which says that nobody knows.
alter table cost_calculation add column missing jsonb;
comment on column cost_calculation.missing is 'The sorts of cost that were not known then, and so are in no total. Empty for what was kept before this was.';
