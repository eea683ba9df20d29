-- Who stands in for a colleague may go away too. Then whoever stands in for them answers for both: before this, what was asked of the
-- first reached nobody in those days. Nodes of the version before go on asking for one step only, so they show no more than they did.
-- Safe: nothing that is kept changes, and who may call it stays as it was.
create or replace function asks_for_colleagues() returns text[] language sql stable parallel safe security definer
    return (with recursive today as (
            select employee, substitute from absence where municipality = asks_municipality()
                and since <= asks_today() and until >= asks_today() and ended_at is null),
        covered as (
            select employee from today where substitute = asks_coach()
            union
            select today.employee from today join covered on today.substitute = covered.employee)
        select coalesce(array_agg(employee), '{}') from covered);
comment on function asks_for_colleagues is 'The colleagues for whom the coach who asks answers today, because they noted that they are away, or because who answers for them did.';
