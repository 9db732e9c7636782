package de.kim.local.command;

import de.kim.local.path.EventRoad;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the road of a public event through the files. */
@Command(
        name = "path",
        description =
                "Print the road of a public event by file and line: who says it, who hears it, what follows.",
        mixinStandardHelpOptions = true)
public final class PathCommand extends KimCommand {
    @Parameters(paramLabel = "EVENT", description = "Its name, such as PlaceOffered.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String event;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var road = EventRoad.of(event, kim().installation().root());
        if (json) {
            printJson(road.stops());
        } else {
            road.stops().forEach(stop -> out().println(stop.text()));
        }
        return 0;
    }
}
