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
