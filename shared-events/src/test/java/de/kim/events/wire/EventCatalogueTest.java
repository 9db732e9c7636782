package de.kim.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Sealed;
import de.kim.events.WireNames;
import de.kim.events.approved.Approved;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path SOURCES = Path.of("src/main/java/de/kim/events");
    private static final Pattern JAVADOC =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*@WireName", Pattern.DOTALL);

    private final ServiceSources services = new ServiceSources(REPOSITORY);

    @Test
    void the_catalogue_of_events_is_the_approved_one() throws IOException {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Public events

                        Generated from the records of shared-events and the doors of the services; do not edit. After a change:
                        `./mvnw -pl shared-events test -Dtest=EventCatalogueTest -Dkim.approve=true`, then read the difference.
                        The JSON Schemas are in `shared-events/src/main/resources/schemas`. A field marked ? may be absent.
                        """);
        for (Map.Entry<String, Map<String, Class<?>>> topic : byTopic().entrySet()) {
            text.append("\n## ").append(topic.getKey()).append("\n");
            for (Map.Entry<String, Class<?>> event : topic.getValue().entrySet()) {
                append(text, event.getKey(), event.getValue());
            }
        }
        Approved.check(REPOSITORY.resolve("docs/events.md"), text.toString());
    }

    @Test
    void every_event_says_what_it_means() throws IOException {
        for (Class<?> event : WireNames.all().values()) {
            assertThat(meaning(event)).as(event.getSimpleName()).isNotBlank();
        }
    }

    private static Map<String, Map<String, Class<?>>> byTopic() {
        Map<String, Map<String, Class<?>>> topics = new TreeMap<>();
        WireNames.all()
                .forEach(
                        (name, event) -> {
                            String context = name.split("\\.")[1];
                            String topic =
                                    context.equals("every") ? "every topic" : "kim." + context;
                            topics.computeIfAbsent(topic, t -> new TreeMap<>()).put(name, event);
                        });
        return topics;
    }

    private void append(StringBuilder text, String wireName, Class<?> event) throws IOException {
        String name = event.getSimpleName();
        text.append("\n### ").append(name).append("\n\n");
        text.append(meaning(event)).append("\n\n");
        text.append("- wire name `").append(wireName).append("`, subject: ");
        text.append(subject(event)).append("\n");
        text.append("- says: ");
        // said by the kit, past the outboxes
        text.append(
                event == Sealed.class
                        ? "every service that has an outbox"
                        : listed(services.sayers(name)));
        text.append(" · hears: ").append(listed(services.hearers(event))).append("\n");
        text.append("- fields: ").append(fields(event)).append("\n");
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "nobody yet" : String.join(", ", names);
    }

    private static String fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(
                        c ->
                                "`"
                                        + c.getName()
                                        + (isNullable(c) ? "?" : "")
                                        + ": "
                                        + shown(c.getGenericType())
                                        + "`")
                .collect(Collectors.joining(", "));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String shown(Type type) {
        if (type instanceof ParameterizedType generic) {
            String of =
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(EventCatalogueTest::shown)
                            .collect(Collectors.joining(", "));
            return ((Class<?>) generic.getRawType()).getSimpleName() + "<" + of + ">";
        }
        return ((Class<?>) type).getSimpleName();
    }

    private static String meaning(Class<?> event) throws IOException {
        Matcher javadoc = JAVADOC.matcher(source(event));
        if (!javadoc.find()) {
            return "";
        }
        return javadoc.group(1)
                .replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** What {@code subject()} returns, in the words of the source. */
    private static String subject(Class<?> event) throws IOException {
        Matcher returned =
                Pattern.compile("String subject\\(\\)\\s*\\{\\s*return ([^;]*);")
                        .matcher(source(event));
        if (!returned.find()) {
            throw new AssertionError(event + " has no subject");
        }
        return "`" + returned.group(1).replace(".toString()", "") + "`";
    }

    private static String source(Class<?> event) throws IOException {
        return Files.readString(SOURCES.resolve(event.getSimpleName() + ".java"));
    }
}
