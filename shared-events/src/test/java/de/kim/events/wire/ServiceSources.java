package de.kim.events.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who says and who hears an event, read off the doors' sources. */
final class ServiceSources {
    private static final List<String> SERVICES =
            List.of(
                    "referral-service",
                    "course-catalog-service",
                    "allocation-service",
                    "notification-service",
                    "reporting-service");

    private final Map<String, String> inboxes = new TreeMap<>();
    private final Map<String, String> outboxes = new TreeMap<>();

    ServiceSources(Path repository) {
        for (String service : SERVICES) {
            Path sources = repository.resolve(service).resolve("src/main/java/de/kim");
            inboxes.put(service, door(sources, "Inbox.java"));
            outboxes.put(service, door(sources, "Outbox.java"));
        }
    }

    /** The services whose Outbox makes the event. */
    List<String> sayers(String event) {
        Pattern makes = Pattern.compile("\\bnew " + event + "\\(");
        return outboxes.entrySet().stream()
                .filter(outbox -> makes.matcher(outbox.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The services whose Inbox has a case for the event, or for its family only, that does not
     * ignore it.
     */
    List<String> hearers(Class<?> event) {
        return inboxes.entrySet().stream()
                .filter(inbox -> hears(inbox.getValue(), event))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hears(String inbox, Class<?> event) {
        return Stream.of(event, event.getInterfaces()[0])
                .map(type -> answer(inbox, type.getSimpleName()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(answer -> !answer.contains("IGNORED"))
                .orElse(false);
    }

    /** What stands after the case, up to the next one. */
    private static Optional<String> answer(String inbox, String type) {
        Matcher named = Pattern.compile("\\bcase " + type + "\\b").matcher(inbox);
        if (!named.find()) {
            return Optional.empty();
        }
        int next = inbox.indexOf("case ", named.end());
        return Optional.of(inbox.substring(named.end(), next < 0 ? inbox.length() : next));
    }

    private static String door(Path sources, String file) {
        if (!Files.isDirectory(sources)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(sources)) {
            Path door =
                    files.filter(f -> f.getFileName().toString().equals(file))
                            .findFirst()
                            .orElse(null);
            return door == null ? "" : Files.readString(door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
