package de.kim.local.path;

import de.kim.local.path.Stop.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One source file, asked what it has to do with an event. */
record SourceFile(Path root, Path file) {

    List<Stop> stops(String event) throws IOException {
        var named = Pattern.compile("\\b" + event + "\\b");
        var wireName =
                Pattern.compile(
                        "\"kim\\.\\w+\\." + wire(event) + "\\.v\\d+\"", Pattern.CASE_INSENSITIVE);
        var definition = Pattern.compile("\\brecord " + event + "\\b");
        var stops = new ArrayList<Stop>();
        var lines = Files.readAllLines(file);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            var mentioned = named.matcher(line).find() || wireName.matcher(line).find();
            var words = line.startsWith("*") || line.startsWith("//") || line.startsWith("/*");
            if (mentioned && !words && !line.startsWith("import ")) {
                var number = i + 1;
                part(definition.matcher(line).find(), wireName.matcher(line).find())
                        .ifPresent(part -> stops.add(stop(number, part, line)));
            }
        }
        if (stops.isEmpty() && file.getFileName().toString().startsWith("When" + event + "Then")) {
            stops.add(stop(1, Part.REACTED, name()));
        }
        return shortened(stops);
    }

    private Optional<Part> part(boolean defines, boolean wire) {
        var path = relative();
        if (path.contains("/src/test/") || path.startsWith("system-tests/")) {
            return Optional.of(Part.TESTED);
        }
        if (path.startsWith("shared-events/")) {
            return defines || wire ? Optional.of(Part.DEFINED) : Optional.empty();
        }
        if (path.endsWith("/Outbox.java")) {
            return Optional.of(Part.SAID);
        }
        if (path.endsWith("/Inbox.java")) {
            return Optional.of(Part.HEARD);
        }
        if (path.contains("/react/")) {
            return Optional.of(Part.REACTED);
        }
        return path.contains("/read/") ? Optional.of(Part.PROJECTED) : Optional.empty();
    }

    /**
     * A test or policy mentions an event many times: its first line is the place to begin reading.
     */
    private static List<Stop> shortened(List<Stop> stops) {
        var once = List.of(Part.TESTED, Part.REACTED, Part.PROJECTED);
        return stops.stream()
                .filter(
                        s ->
                                !once.contains(s.part())
                                        || stops.stream()
                                                        .filter(o -> o.part() == s.part())
                                                        .findFirst()
                                                        .orElse(s)
                                                == s)
                .toList();
    }

    private Stop stop(int line, Part part, String text) {
        return new Stop(relative(), line, part, text);
    }

    private String name() {
        return file.getFileName().toString().replace(".java", "");
    }

    private String relative() {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** PlaceOffered is place-offered on the wire, whatever stands between the words. */
    private static String wire(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", "-?").toLowerCase(java.util.Locale.ROOT);
    }
}
