#!/bin/sh
# Runs once, when the database server starts without data. The log belongs to the owner: the application reads it and
# appends to it, by the rights that a migration grants. Views and jobs are in schemas that belong to the application, which
# makes them, and makes views again whenever it has to.
set -eu
psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
-- A statement that fails is logged, and these have passwords in them.
SET log_min_error_statement = panic;
\set owner_password `cat /run/secrets/database-owner.password`
\set app_password `cat /run/secrets/database-app.password`
CREATE ROLE safeconduct_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE safeconduct_app LOGIN PASSWORD :'app_password';
CREATE DATABASE safeconduct OWNER safeconduct_owner;
REVOKE ALL ON DATABASE safeconduct FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE safeconduct TO safeconduct_app;
\connect safeconduct
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SQL
