package de.kim.local.command;

import de.kim.local.Kim;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says what runs. */
@Command(
        name = "status",
        description = "Say what runs, where it answers, and whether it is healthy.",
        mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        new StatusText(kim.stack().status()).print(json);
        return 0;
    }
}
