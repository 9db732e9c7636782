package de.kim.local.backup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup says of itself.
 *
 * @param format of the file, see {@link BackupFile}
 * @param madeAt ISO 8601
 * @param keyStore whose keys the people's data in it need; null where there is no vault
 */
public record Manifest(
        int format, String madeAt, @Nullable String keyStore, List<Database> databases) {
    static final int FORMAT = 1;

    public Manifest {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param migrations in the order in which they were made
     */
    public record Database(
            String name, List<Migration> migrations, List<Table> tables, List<Sequence> sequences) {
        public Database {
            migrations = List.copyOf(migrations);
            tables = List.copyOf(tables);
            sequences = List.copyOf(sequences);
        }

        /** Its rows in all tables. */
        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }
    }

    /**
     * What made the tables.
     *
     * @param checksum as Flyway counts it
     */
    public record Migration(String script, int checksum) {}

    /**
     * The rows of one table.
     *
     * @param name with its schema
     * @param sha256 of the entry, hexadecimal
     */
    public record Table(String name, List<String> columns, long rows, String entry, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** Where a sequence stood; null while it had not been used. */
    public record Sequence(String name, @Nullable Long last) {}
}
