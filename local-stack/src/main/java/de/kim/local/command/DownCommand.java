package de.kim.local.command;

import picocli.CommandLine.Command;

/** Stops everything. */
@Command(
        name = "down",
        description = "Stop the services, then mail, Kafka and PostgreSQL. Data stays.",
        mixinStandardHelpOptions = true)
public final class DownCommand extends KimCommand {
    @Override
    public Integer call() {
        try (var console = new Console()) {
            kim().stack().down(console);
        }
        out().println("Nothing of KIM runs any more; data stays in " + kim().home() + ".");
        return 0;
    }
}
