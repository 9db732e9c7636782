package de.kim.local.command;

import de.kim.local.Kim;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Stops everything. */
@Command(
        name = "down",
        description = "Stop the services, then mail, Kafka and PostgreSQL. Data stays.",
        mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Override
    public Integer call() {
        try (var console = new Console()) {
            kim.stack().down(console);
        }
        System.out.println("Nothing of KIM runs any more; data stays in " + kim.home() + ".");
        return 0;
    }
}
