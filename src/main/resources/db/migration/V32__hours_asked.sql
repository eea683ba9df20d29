-- Home says that a coach asks something about hours for as long as that is not answered: found without looking at all that was logged.
-- Safe while nodes of the version before still run: it only makes finding faster.
set local lock_timeout = '5s';

-- Safe: it is made within seconds, and who logs or judges hours meanwhile waits for that.
create index hour_entry_asked on hour_entry (municipality, participant) where state = 'ASKED';
