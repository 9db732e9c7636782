package de.kim.local.command;

import de.kim.local.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes logged. */
@Command(name = "logs", description = "Show the end of the logs.", mixinStandardHelpOptions = true)
public final class LogsCommand extends KimCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description =
                    "Which, such as allocation-service, allocation, kafka; all where none is named.")
    private @Nullable String service;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "50",
            description = "How many lines (default 50).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is logged until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lines < 0) {
            throw wrong("-n must not be negative.");
        }
        var stack = kim().stack();
        // tail does exactly this, and knows about rotated files and several at once
        var command = new ArrayList<String>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        for (var name : chosen(stack)) {
            var log = stack.log(name);
            if (follow || log.toFile().exists()) {
                command.add(log.toString());
            }
        }
        if (!command.getLast().endsWith(".log")) {
            out().println("Nothing has been logged yet.");
            return 0;
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? 0 : 1;
    }

    private List<String> chosen(Stack stack) {
        var wanted = service;
        if (wanted == null) {
            return stack.names();
        }
        var found =
                stack.names().stream()
                        .filter(n -> n.equals(wanted) || n.equals(wanted + "-service"))
                        .toList();
        if (found.isEmpty()) {
            throw wrong(
                    "There is no %s; there are %s."
                            .formatted(wanted, String.join(", ", stack.names())));
        }
        return found;
    }
}
