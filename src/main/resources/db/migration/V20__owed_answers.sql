-- Since when an answer was owed, for which day it was promised, and when it came: what promises come to, without what was said.

create table owed_answer (
    municipality text        not null,
    participant  text        not null,
    conversation uuid        not null,
    since        timestamptz not null,
    promised     date,
    answered_at  timestamptz,
    primary key (municipality, participant, conversation, since)
);
create index owed_answer_promised on owed_answer (municipality, promised);
create index owed_answer_open on owed_answer (municipality, since) where answered_at is null;
create index owed_answer_answered on owed_answer (municipality, answered_at) where answered_at is not null;
comment on table owed_answer is
    'Each time that somebody began to wait for an answer. A team lead is shown sums of it, never small ones, and never whose they are.';
comment on column owed_answer.promised is 'Before which day an answer was promised first: who promises a later one keeps the first.';
comment on column owed_answer.answered_at is 'When it was answered, or closed with a reason that the person reads.';

insert into owed_answer (municipality, participant, conversation, since, promised)
    select municipality, participant, id, waiting_since, answer_before from conversation where waiting_since is not null;

create index conversation_turn_said on conversation_turn (municipality, participant, at desc)
    where turn ->> 'turn' in ('said', 'not-understood', 'answered');
comment on index conversation_turn_said is 'When there last was contact with somebody: steps that a colleague took are none.';

grant select, insert, update, delete on owed_answer to ${app};
