-- Run once by PostgreSQL's superuser: a role that owns the portal's tables, one that may only read and write rows, and of the
-- reference municipality and of Keycloak each their own, in databases of their own.
\set ON_ERROR_STOP on
\getenv owner_password OPKOERS_DATABASE_OWNER_PASSWORD
\getenv portal_password OPKOERS_DATABASE_PASSWORD
\getenv municipality_password OPKOERS_DEMO_MUNICIPALITY_DATABASE_PASSWORD
\getenv keycloak_password KC_DB_PASSWORD

create role opkoers_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
create role opkoers login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'portal_password';
create role gemeente login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'municipality_password';
create role keycloak login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'keycloak_password';

create database opkoers owner opkoers_owner;
create database gemeente owner gemeente;
create database keycloak owner keycloak;
revoke all on database opkoers, gemeente, keycloak from public;
grant connect on database opkoers to opkoers;
