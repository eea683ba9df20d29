-- Letters that people send as PDF, so that somebody can tell them what is in them.

create table document (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    pdf          bytea       not null,
    kept_at      timestamptz not null,
    primary key (municipality, participant, id)
);
-- It is packed already: packing it again would cost time and gain nothing.
alter table document alter column pdf set storage external;
comment on table document is 'PDF files of a person, shown to them and to who reads the conversation in which they were sent.';
comment on column document.id is 'Chosen on the phone, so that one document sent twice is one.';
comment on column document.pdf is 'As it was sent. Nothing here reads it, and it is only ever given out as a file to keep.';

grant select, insert, delete on document to ${app};

-- What people asked for help with before there were conversations. What was asked longer ago than it was spoken of is there to
-- be read, and nobody waits for it any more.
insert into conversation (municipality, participant, id, opening, open, waiting_since, answer_before, theirs, turns, opened_at, last_at)
select municipality, participant, id, jsonb_strip_nulls(jsonb_build_object('id', id,
        'at', to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'topic', case topic when 'CHOOSE_SCHOOL' then 'SCHOOL' else 'COSTS' end, 'urgent', false, 'confidential', false,
        'language', language, 'interpreter', interpreter, 'gender', 'ANY', 'attachment', attachment)),
    true, case when asked_at > now() - interval '90 days' then asked_at end,
    case when asked_at > now() - interval '90 days' then answer_before end, false, 1, asked_at, asked_at
from help_request on conflict do nothing;
insert into conversation_turn (municipality, participant, conversation, position, id, turn, at)
select municipality, participant, id, 1, md5(id || ' first')::uuid, jsonb_strip_nulls(jsonb_build_object('turn', 'said',
        'id', md5(id || ' first')::uuid, 'at', to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'language', language, 'files', '[]'::jsonb, 'answerBefore', answer_before)), asked_at
from help_request on conflict do nothing;
drop table help_request;
