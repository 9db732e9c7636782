package de.kim.local.path;

import de.kim.local.Trouble;
import de.kim.local.path.Stop.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The road of a public event through the source files, read from their text: the layout of the
 * services (two doors, {@code react}, {@code read}) and the naming of the policies say what a line
 * means.
 *
 * @param event the event's name
 * @param stops in the order of the road
 */
public record EventRoad(String event, List<Stop> stops) {

    /**
     * Reads the road of an event.
     *
     * @param root the repository
     * @throws Trouble when no such event is defined in shared-events
     */
    public static EventRoad of(String event, Path root) throws IOException {
        var stops = new ArrayList<Stop>();
        // anything else is no name, and would be read as a pattern
        for (var file : event.matches("\\w+") ? sources(root) : List.<Path>of()) {
            stops.addAll(new SourceFile(root, file).stops(event));
        }
        if (stops.stream().noneMatch(s -> s.part() == Part.DEFINED)) {
            throw new Trouble(
                    "No public event is called %s.".formatted(event),
                    "These are: " + String.join(", ", events(root)));
        }
        stops.sort(
                Comparator.comparing(Stop::part)
                        .thenComparing(Stop::file)
                        .thenComparing(Stop::line));
        return new EventRoad(event, List.copyOf(stops));
    }

    private static List<Path> sources(Path root) throws IOException {
        var all = new ArrayList<Path>();
        try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var module : modules) {
                var sources = module.resolve("src");
                if (Files.isDirectory(sources) && !module.endsWith("local-stack")) {
                    try (var files = Files.walk(sources)) {
                        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
                    }
                }
            }
        }
        return all;
    }

    private static List<String> events(Path root) throws IOException {
        var names = new ArrayList<String>();
        for (var file : sources(root)) {
            // an event is what has a name on the wire
            if (file.startsWith(root.resolve("shared-events/src/main"))
                    && Files.readString(file).contains("\n@WireName(")) {
                names.add(file.getFileName().toString().replace(".java", ""));
            }
        }
        return names.stream().sorted().toList();
    }
}
