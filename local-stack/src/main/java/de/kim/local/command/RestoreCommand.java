package de.kim.local.command;

import de.kim.local.backup.Manifest;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup into the place of what is there. */
@Command(
        name = "restore",
        description =
                "Put a backup into the place of all databases; what came after it is lost, who was erased since stays erased.",
        mixinStandardHelpOptions = true,
        footer =
                "The services are stopped, the topics begin anew from the stores, and everything is started again.")
public final class RestoreCommand extends KimCommand {
    @Parameters(paramLabel = "FILE", description = "A file that ./kim backup made.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(names = "--json", description = "Print what was restored as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Manifest manifest;
        try (var console = new Console()) {
            manifest = kim().stack().restore(file, console);
        }
        if (json) {
            printJson(BackupSummary.of(file, manifest));
        } else {
            out().printf("Everything is as of %s and runs again.%n", manifest.madeAt());
        }
        return 0;
    }
}
