-- How somebody wants to hear from the municipality, and what was said in another language.

create table contact_preference (
    municipality text        not null,
    participant  text        not null,
    at           timestamptz not null,
    frequency    text        not null,
    way          text,
    primary key (municipality, participant, at)
);
comment on table contact_preference is 'How often and how somebody wants to hear from the municipality: the last row holds, the others are what held before.';
comment on column contact_preference.way is 'None when any way will do.';

create table turn_translation (
    municipality text        not null,
    participant  text        not null,
    turn         uuid        not null,
    language     text        not null,
    text         text        not null,
    at           timestamptz not null,
    primary key (municipality, participant, turn, language),
    foreign key (municipality, participant, turn)
        references conversation_turn (municipality, participant, id) on delete cascade
);
comment on table turn_translation is 'What a machine made of somebody''s own words, because one of them asked for it. Gone with the turn.';

grant select, insert on contact_preference, turn_translation to ${app};
