-- Every row about a person begins its key with the municipality: so rows of one municipality are never in the way of
-- another's, and the tables can be spread by it. One role owns the tables (it runs this), another one (${app}) uses them.

create table account (
    municipality text not null,
    issuer       text not null,
    subject      text not null,
    participant  text not null,
    primary key (municipality, issuer, subject)
);
comment on table account is 'Which participant an identity provider''s subject is. No name, no number.';

create table dossier_snapshot (
    municipality text        not null,
    participant  text        not null,
    body         jsonb       not null,
    etag         text,
    confirmed_at timestamptz not null,
    primary key (municipality, participant)
);
comment on table dossier_snapshot is 'A dossier as the municipality last sent it, and when it last confirmed it.';

create table visit (
    municipality text        not null,
    participant  text        not null,
    started_at   timestamptz not null,
    previous_at  timestamptz,
    primary key (municipality, participant)
);
comment on table visit is 'When somebody signed in, this time and the time before.';

create table municipality_snapshot (
    municipality text        primary key,
    body         jsonb       not null,
    etag         text,
    confirmed_at timestamptz not null
);
comment on table municipality_snapshot is 'The municipality''s own particulars as last sent.';

create table kept_form (
    municipality text        not null,
    person       text        not null,
    id           uuid        not null,
    path         text        not null,
    fields       jsonb       not null,
    kept_at      timestamptz not null,
    primary key (municipality, person, id)
);
comment on table kept_form is 'What somebody had typed when their session had ended: theirs alone, for a day.';

create table translation_report (
    municipality text        not null,
    id           uuid        not null,
    language     text        not null,
    words        text        not null,
    reported_at  timestamptz not null,
    primary key (municipality, id)
);
comment on table translation_report is 'A mistake in a translation, in the words of who saw it. Not tied to a person.';

grant select, insert, update, delete
    on account, dossier_snapshot, visit, municipality_snapshot, kept_form, translation_report to ${app};
