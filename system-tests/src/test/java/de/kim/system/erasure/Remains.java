package de.kim.system.erasure;

import de.kim.local.Stack;
import de.kim.local.postgres.Databases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.apache.kafka.common.record.FileRecords;
import org.jspecify.annotations.Nullable;

/** Everything that a stack leaves on disks, and what of it holds one of some texts. */
record Remains(Stack stack, Path home) {
    private static final List<String> DATABASES =
            List.of("referral", "course_catalog", "allocation", "notification", "reporting");

    /** Programs, not data. */
    private static final List<String> PROGRAMS = List.of("services", "training");

    /** What was found where: rows of all tables as text. */
    Map<String, List<String>> inTables(Needles needles) throws SQLException {
        var found = new TreeMap<String, List<String>>();
        for (var database : DATABASES) {
            try (var connection = open(database)) {
                for (var table : tables(connection)) {
                    look(
                            database + " " + table,
                            rows(connection, table).getBytes(StandardCharsets.UTF_8),
                            needles,
                            found);
                }
            }
        }
        return found;
    }

    /** The bytes of every file: tables with their dead rows, write-ahead log, logs, keys, mails. */
    Map<String, List<String>> inFiles(Needles needles) throws IOException {
        var found = new TreeMap<String, List<String>>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = home.relativize(file);
                var isProgram =
                        PROGRAMS.contains(path.getName(0).toString())
                                || path.startsWith("postgres")
                                        && !path.startsWith("postgres/data");
                if (!isProgram) {
                    look(path.toString(), Files.readAllBytes(file), needles, found);
                }
            }
        }
        return found;
    }

    /** The records in the segments of all topics, unpacked; what is waiting for deletion, too. */
    Map<String, List<String>> inSegments(Needles needles) throws IOException {
        var found = new TreeMap<String, List<String>>();
        try (var files = Files.walk(home.resolve("kafka/data"))) {
            for (var file : files.filter(it -> it.toString().contains(".log")).toList()) {
                try (var records = FileRecords.open(file.toFile(), false)) {
                    for (var each : records.records()) {
                        look(file.toString(), bytes(each.key()), needles, found);
                        look(file.toString(), bytes(each.value()), needles, found);
                    }
                }
            }
        }
        return found;
    }

    /** The entries of a backup, unpacked. */
    static Map<String, List<String>> inBackup(Path backup, Needles needles) throws IOException {
        var found = new TreeMap<String, List<String>>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : zip.stream().toList()) {
                look(entry.getName(), zip.getInputStream(entry).readAllBytes(), needles, found);
            }
        }
        return found;
    }

    /** Lets what is in memory reach the files. */
    void checkpoint(String administrator) throws SQLException {
        var url = stack.databases().url("postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", administrator)) {
            connection.createStatement().execute("checkpoint");
        }
    }

    Connection open(String database) throws SQLException {
        return DriverManager.getConnection(
                stack.databases().url(database),
                Databases.owner(database),
                stack.databases().password(Databases.owner(database)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows =
                connection
                        .createStatement()
                        .executeQuery(
                                "select format('%I.%I', schemaname, tablename) from pg_tables"
                                        + " where schemaname not in ('pg_catalog',"
                                        + " 'information_schema')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String rows(Connection connection, String table) throws SQLException {
        var text = new StringBuilder();
        try (var rows =
                connection.createStatement().executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                text.append(rows.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return new byte[0];
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static void look(
            String where, byte[] haystack, Needles needles, Map<String, List<String>> found) {
        var hits = needles.in(haystack);
        if (!hits.isEmpty()) {
            found.merge(
                    where,
                    hits,
                    (some, more) -> {
                        var all = new ArrayList<>(some);
                        all.addAll(more);
                        return all;
                    });
        }
    }
}
