package de.kim.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what runs. */
@Command(
        name = "status",
        description = "Say what runs, where it answers, and whether it is healthy.",
        mixinStandardHelpOptions = true)
public final class StatusCommand extends KimCommand {
    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        new StatusText(kim().stack().status()).print(out(), json);
        return 0;
    }
}
