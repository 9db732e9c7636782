package de.kim.system.erasure;

import de.kim.local.KimHome;
import de.kim.local.Secrets;
import de.kim.local.Stack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.apache.kafka.common.record.MemoryRecords;
import org.jspecify.annotations.Nullable;

/** Everything that a stack leaves on disks, and what of it holds one of some texts. */
record Remains(Stack stack, Path home) {
    private static final List<String> DATABASES =
            List.of("referral", "course_catalog", "allocation", "notification", "reporting");

    /** Offsets and times in ten preallocated megabytes each, and no text. */
    private static final String KAFKA_INDEX = ".*/kafka/data/.*\\.(time)?index(\\.deleted)?";

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
        for (var file : files(home)) {
            if (!file.toString().matches(KAFKA_INDEX)) {
                look(home.relativize(file).toString(), bytes(file), needles, found);
            }
        }
        return found;
    }

    /** The records in the segments of all topics, unpacked; what is waiting for deletion, too. */
    Map<String, List<String>> inSegments(Needles needles) throws IOException {
        var found = new TreeMap<String, List<String>>();
        for (var file : files(home.resolve("kafka/data"))) {
            if (file.toString().contains(".log")) {
                for (var batch :
                        MemoryRecords.readableRecords(ByteBuffer.wrap(bytes(file))).records()) {
                    look(file.toString(), bytes(batch.key()), needles, found);
                    look(file.toString(), bytes(batch.value()), needles, found);
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
    void checkpoint() {
        var url = stack.databases().url("postgres");
        var password = new Secrets(new KimHome(home)).of("postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", password)) {
            connection.createStatement().execute("checkpoint");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many listeners keep the profile of a person. */
    int listeners(String referral) throws SQLException {
        return keeps("allocation", "heard_profile", referral)
                + keeps("reporting", "report_profile", referral);
    }

    /** Whether there is anything by which a person would be known again. */
    boolean isKnownAgain(String referral) throws SQLException {
        return keeps("referral", "vault.mark", referral) > 0;
    }

    private int keeps(String database, String table, String referral) throws SQLException {
        try (var connection = open(database);
                var query =
                        connection.prepareStatement(
                                "select 1 from " + table + " where referral_id = ?::uuid")) {
            query.setString(1, referral);
            return query.executeQuery().next() ? 1 : 0;
        }
    }

    private Connection open(String database) throws SQLException {
        return stack.databases().asOwner(database, database);
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

    /** All files; one may vanish meanwhile: PostgreSQL and Kafka work on. */
    private static List<Path> files(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            all.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }
                });
        return all;
    }

    /** Of a file that may be deleted while it is looked for: PostgreSQL and Kafka work on. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
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
