package de.kim.local.command;

import de.kim.local.backup.Backup;
import de.kim.local.backup.Manifest;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies all databases into one file. */
@Command(
        name = "backup",
        description =
                "Copy all databases, at one instant, into one file, while everything works on.",
        mixinStandardHelpOptions = true,
        footer =
                "The keys of people's data are not in it, and must not be kept with it: see docs/operations.md.")
public final class BackupCommand extends KimCommand {
    @Parameters(paramLabel = "FILE", description = "The file to make; it must not be there yet.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--json", description = "Print what was copied as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Manifest manifest;
        try (var console = new Console()) {
            manifest = kim().stack().backup(file, console);
        }
        if (json) {
            printJson(BackupSummary.of(file, manifest));
        } else {
            out().printf(
                            "%s: %d rows of %d databases as of %s, %d KB.%n",
                            file,
                            manifest.databases().stream().mapToLong(d -> d.rows()).sum(),
                            manifest.databases().size(),
                            manifest.madeAt(),
                            Backup.size(file) / 1024);
        }
        return 0;
    }
}
