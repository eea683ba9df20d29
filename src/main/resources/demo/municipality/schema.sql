-- The reference municipality's own database. May be run at every start.
-- Two first starts at the same moment wait for each other.
select pg_advisory_xact_lock(9901);

create table if not exists gemeente (
    gemeentecode text primary key,
    gegevens     jsonb  not null
);

create table if not exists medewerker (
    id       text primary key,
    naam     text not null,
    functie  text not null,
    groepen  text[] not null,
    gegevens jsonb not null
);

-- Who takes over from whom, from the first to the last day.
create table if not exists vervanging (
    medewerker_id text not null references medewerker,
    vervanger_id  text not null references medewerker,
    van           date not null,
    tot           date not null,
    primary key (medewerker_id, van),
    check (van <= tot)
);
create index if not exists vervanging_vervanger on vervanging (vervanger_id);

create table if not exists aanbieder (
    id       text primary key,
    gegevens jsonb not null
);

create table if not exists cursus (
    id           text primary key,
    aanbieder_id text  not null references aanbieder,
    gegevens     jsonb not null
);
create index if not exists cursus_aanbieder on cursus (aanbieder_id);

-- That somebody saw something wrong in what is known of a school or a place: what, never who.
create table if not exists aanbodmelding (
    id               text primary key,
    aanbieder_id     text        references aanbieder,
    cursus_id        text,
    soort            text        not null,
    toelichting      text,
    taal             text        not null,
    geregistreerd_op timestamptz not null,
    afgehandeld_op   timestamptz
);
create index if not exists aanbodmelding_open on aanbodmelding (geregistreerd_op) where afgehandeld_op is null;

-- A table of schools that was read without a mistake, until somebody says that it is to be taken over.
create table if not exists aanbod_inlezing (
    id         text primary key,
    gelezen_op timestamptz not null,
    inhoud     jsonb       not null
);

-- Free or nearly free places to practise Dutch.
create table if not exists oefenplek (
    id       text primary key,
    gegevens jsonb not null
);

-- Once a report was always about a school; it is about a school or a place.
alter table aanbodmelding alter column aanbieder_id drop not null;
alter table aanbodmelding add column if not exists oefenplek_id text references oefenplek
    check (num_nonnulls(aanbieder_id, oefenplek_id) = 1);

-- Who may live here without a BSN: people in reception are known by their V-number only.
create table if not exists inburgeraar (
    id            text primary key,
    sleutel       text unique,
    bsn           char(9) unique,
    v_nummer      char(10) unique,
    geboortedatum date,
    herkomst      text,
    dossier       jsonb  not null,
    versie        bigint not null default 1,
    check (bsn is not null or v_nummer is not null)
);
-- Finds the dossiers that name an employee without opening the others.
create index if not exists inburgeraar_contactpersonen
    on inburgeraar using gin ((dossier -> 'contactpersonen' -> 'personen') jsonb_path_ops);

-- A lesson is not stored one by one: a pattern says on which days of the week (1 = Monday) it is given, between which
-- local times, and every how many weeks. What a single lesson is called is in gegevens.
create table if not exists lesrooster (
    inburgeraar text     not null references inburgeraar,
    id          text     not null,
    dagen       integer[] not null,
    van         time     not null,
    tot         time     not null,
    eerste      date     not null,
    laatste     date     not null,
    om_de_weken integer  not null default 1 check (om_de_weken > 0),
    gegevens    jsonb    not null,
    primary key (inburgeraar, id)
);

-- What stands for itself in somebody's agenda: a changed or cancelled lesson, or something that happens once. Without
-- gegevens it only keeps the version of an appointment that the dossier tells of.
create table if not exists agenda_onderdeel (
    inburgeraar          text        not null references inburgeraar,
    id                   text        not null,
    versie               integer     not null,
    oorspronkelijk_begin timestamptz,
    bijgewerkt_op        timestamptz not null,
    gegevens             jsonb,
    primary key (inburgeraar, id)
);

-- The last reply of a person to something in the agenda.
create table if not exists agenda_reactie (
    inburgeraar  text        not null references inburgeraar,
    onderdeel    text        not null,
    soort        text        not null,
    versie       integer     not null,
    reden        text,
    toelichting  text,
    voorstellen  jsonb       not null,
    ontvangen_op timestamptz not null,
    primary key (inburgeraar, onderdeel)
);

create table if not exists participatie_uren (
    id               text primary key,
    inburgeraar      text        not null references inburgeraar,
    versie           integer     not null,
    minuten          integer     not null,
    ingetrokken      boolean     not null,
    geregistreerd_op timestamptz not null,
    gegevens         jsonb       not null
);
create index if not exists participatie_uren_van on participatie_uren (inburgeraar);

create table if not exists hulpvraag (
    id               text primary key,
    inburgeraar      text        not null references inburgeraar,
    geregistreerd_op timestamptz not null,
    gegevens         jsonb       not null
);

create table if not exists klantcontact (
    id               text primary key,
    inburgeraar      text        not null references inburgeraar,
    geregistreerd_op timestamptz not null,
    gegevens         jsonb       not null
);

-- One row: which numbering of events this is. Whoever gives out a number holds this row until its event can be read,
-- so that a lower number never turns up after a higher one.
create table if not exists gebeurtenisreeks (
    enkel   boolean primary key default true check (enkel),
    reeks   uuid    not null default gen_random_uuid(),
    eerste  bigint  not null default 1,
    laatste bigint  not null default 0
);
insert into gebeurtenisreeks default values on conflict do nothing;

create table if not exists gebeurtenis (
    volgnummer       bigint primary key,
    id               uuid        not null,
    code             text        not null,
    tijdstip         timestamptz not null,
    inburgeraar      text,
    onderwerp_soort  text,
    onderwerp_id     text,
    onderwerp_versie integer
);

-- What was answered to a call that changed something, for a week: who asks again gets the same answer.
create table if not exists ontvangen (
    sleutel      uuid primary key,
    verzoek      text        not null,
    status       integer,
    locatie      text,
    antwoord     text,
    ontvangen_op timestamptz not null
);
create index if not exists ontvangen_op on ontvangen (ontvangen_op);

-- Every change that a call really made, once for each time it was made.
create table if not exists uitwerking (
    nummer      bigint generated always as identity primary key,
    sleutel     uuid        not null,
    soort       text        not null,
    inburgeraar text,
    onderwerp   text        not null,
    op          timestamptz not null
);
-- It was obligatory once; a report about a school is about nobody.
alter table uitwerking alter column inburgeraar drop not null;
