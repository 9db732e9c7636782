package de.kim.local.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a database consists of, as PostgreSQL's own catalogue says. */
record Catalog(Connection connection) {
    static final String HISTORY = "flyway_schema_history";

    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'";

    /** Whether a service has made its tables. */
    boolean isMigrated() throws SQLException {
        return !strings("select 1 from pg_class where relname = '" + HISTORY + "'").isEmpty();
    }

    List<Manifest.Migration> migrations() throws SQLException {
        var migrations = new ArrayList<Manifest.Migration>();
        try (var rows =
                connection
                        .createStatement()
                        .executeQuery(
                                "select script, checksum from "
                                        + HISTORY
                                        + " where checksum is not null order by installed_rank")) {
            while (rows.next()) {
                migrations.add(new Manifest.Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return migrations;
    }

    /** Every table but that of the migrations; one that others refer to comes before them. */
    List<TableCopy> tables() throws SQLException {
        var query =
                """
                with recursive referring as (
                    select distinct conrelid as child, confrelid as parent from pg_constraint
                    where contype = 'f' and conrelid <> confrelid
                ), depth as (
                    select oid, 0 as level from pg_class where relkind in ('r', 'p')
                    union
                    select r.child, d.level + 1 from referring r join depth d on d.oid = r.parent
                    where d.level < 20
                )
                select format('%I.%I', n.nspname, c.relname),
                    coalesce(obj_description(c.oid, 'pg_class'), '') like '"""
                        + TableCopy.NOT_IN_BACKUPS
                        + "%', max(d.level),"
                        + " (select array_agg(a.attname::text order by a.attnum) from pg_attribute a"
                        + " where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                        + " and a.attgenerated = '')"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " join depth d on d.oid = c.oid"
                        + " where c.relkind in ('r', 'p') and c.relname <> '"
                        + HISTORY
                        + "' and "
                        + OURS
                        + " group by c.oid, n.nspname, c.relname order by 3, 1";
        var tables = new ArrayList<TableCopy>();
        try (var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                tables.add(
                        new TableCopy(
                                rows.getString(1),
                                List.of((String[]) rows.getArray(4).getArray()),
                                rows.getBoolean(2)));
            }
        }
        return tables;
    }

    /** Asked after the snapshot was taken, so that no number in a table is above them. */
    List<Manifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Manifest.Sequence>();
        try (var rows =
                connection
                        .createStatement()
                        .executeQuery(
                                "select format('%I.%I', schemaname, sequencename), last_value"
                                        + " from pg_sequences order by 1")) {
            while (rows.next()) {
                var last = rows.getObject(2, Long.class);
                sequences.add(new Manifest.Sequence(rows.getString(1), last));
            }
        }
        return sequences;
    }

    List<String> strings(String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
