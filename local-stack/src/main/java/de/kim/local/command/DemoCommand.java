package de.kim.local.command;

import de.kim.local.Kim;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Starts everything and plays the story of a referral. */
@Command(
        name = "demo",
        description = "Start everything, load the sample, play the story, and leave it running.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Option(names = "--json", description = "Print what happened as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (var console = new Console()) {
            new StatusText(kim.stack().up(console)).print(json);
        }
        return 0;
    }
}
