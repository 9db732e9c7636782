package de.kim.local.command;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what does not run. */
@Command(
        name = "up",
        description =
                "Start PostgreSQL, Kafka, mail, sign-in and the services; restart what died or is out of date.",
        mixinStandardHelpOptions = true,
        footer =
                "KIM_EXTERNAL_POSTGRES and KIM_EXTERNAL_KAFKA name servers of your own, see docs/operations.md.")
public final class UpCommand extends KimCommand {
    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Only these, such as postgres,kafka,mail.")
    private @Nullable Set<String> only;

    @Option(names = "--json", description = "Print the status as JSON at the end.")
    private boolean json;

    @Override
    public Integer call() {
        var stack = kim().stack();
        var wanted = only == null ? new LinkedHashSet<>(stack.names()) : only;
        for (var name : wanted) {
            if (!stack.names().contains(name)) {
                throw wrong(
                        "There is no %s; there are %s."
                                .formatted(name, String.join(", ", stack.names())));
            }
        }
        try (var console = new Console()) {
            var status = stack.up(console, wanted);
            new StatusText(status).print(out(), json);
        }
        return 0;
    }
}
