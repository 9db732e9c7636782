#!/bin/sh
# For containers what ./kim up does on one machine: per database an owner and a service role. Repeatable.
set -eu
for database in "$@"; do
    psql -v ON_ERROR_STOP=1 -q -d postgres -v db="$database" -v owner="${database}_owner" -v service="${database}_service" \
        -v owner_password="$KIM_OWNER_PASSWORD" -v service_password="$KIM_SERVICE_PASSWORD" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', name) FROM (VALUES (:'owner'), (:'service')) AS r(name)
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE :"owner" PASSWORD :'owner_password';
ALTER ROLE :"service" PASSWORD :'service_password';
SELECT format('CREATE DATABASE %I OWNER %I', :'db', :'owner')
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'db') \gexec
REVOKE ALL ON DATABASE :"db" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"db" TO :"service";
\connect :db
GRANT USAGE ON SCHEMA public TO :"service";
SQL
done
