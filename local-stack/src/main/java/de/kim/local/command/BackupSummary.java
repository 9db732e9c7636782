package de.kim.local.command;

import de.kim.local.backup.Backup;
import de.kim.local.backup.Manifest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is printed of a backup.
 *
 * @param bytes the size of the file
 * @param rows by database
 */
record BackupSummary(String file, String madeAt, long bytes, Map<String, Long> rows) {
    static BackupSummary of(Path file, Manifest manifest) {
        var rows = new TreeMap<String, Long>();
        manifest.databases().forEach(database -> rows.put(database.name(), database.rows()));
        return new BackupSummary(file.toString(), manifest.madeAt(), Backup.size(file), rows);
    }
}
