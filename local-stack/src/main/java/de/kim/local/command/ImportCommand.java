package de.kim.local.command;

import de.kim.local.Kim;
import de.kim.local.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Loads bodies, providers, courses and referrals from files. */
@Command(
        name = "import",
        description =
                "Load CSV or JSON files, row by row; a bad row is reported with its line and the rest goes on.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files, in the order of loading.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        for (var file : files) {
            if (!Files.isReadable(file)) {
                throw new Trouble(
                        "%s cannot be read.".formatted(file),
                        "Check the name and the permissions.");
            }
        }
        throw new Trouble(
                "Nothing can be loaded yet.", "Use the services' APIs, see ./kim status.");
    }
}
