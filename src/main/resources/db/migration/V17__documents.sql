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
