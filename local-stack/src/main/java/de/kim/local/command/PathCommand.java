package de.kim.local.command;

import de.kim.local.Json;
import de.kim.local.Kim;
import de.kim.local.path.EventRoad;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the road of a public event through the files. */
@Command(
        name = "path",
        description =
                "Print the road of a public event by file and line: who says it, who hears it, what follows.",
        mixinStandardHelpOptions = true)
public final class PathCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Kim kim;

    @Parameters(paramLabel = "EVENT", description = "Its name, such as PlaceOffered.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String event;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var road = EventRoad.of(event, kim.installation().root());
        if (json) {
            System.out.println(Json.text(road.stops()));
        } else {
            road.stops().forEach(stop -> System.out.println(stop.text()));
        }
        return 0;
    }
}
