-- Pictures that people sent as proof. What is here was made anew from the pixels of the file; the file itself is nowhere.

create table picture (
    municipality text        not null,
    participant  text        not null,
    id           uuid        not null,
    jpeg         bytea       not null,
    width        integer     not null,
    height       integer     not null,
    kept_at      timestamptz not null,
    primary key (municipality, participant, id)
);
-- It is packed already: packing it again would cost time and gain nothing.
alter table picture alter column jpeg set storage external;
comment on table picture is 'Pictures of a person, shown to them and to the coach who judges what they are proof of.';
comment on column picture.id is 'Chosen on the phone, so that one picture sent twice is one.';
comment on column picture.jpeg is 'At most 1600 pixels long, without Exif, place or small copies.';

grant select, insert, delete on picture to ${app};
