package de.kim.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is sent in: an invented provider and course. */
final class SampleBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> PROVIDER =
            Map.of(
                    "providerId", "traeger-01",
                    "name", "Musterträger 1",
                    "courseTypes", List.of("GENERAL", "LOW_LITERACY"),
                    "kind", "FIRST",
                    "from", "2026-01-01",
                    "until", "2030-12-31",
                    "online", true,
                    "area", List.of("03404", "03459"));
    private static final Map<String, Object> PLAN =
            Map.of(
                    "sections",
                            List.of(
                                    section(1, "2027-02-01", "2027-03-05"),
                                    section(2, "2027-03-08", "2027-04-16")),
                    "times", List.of(Map.of("day", "MONDAY", "from", "08:30", "to", "12:45")),
                    "venue",
                            Map.of(
                                    "municipality",
                                    "03404000",
                                    "latitudeE6",
                                    52_279_000,
                                    "longitudeE6",
                                    8_047_000,
                                    "accessible",
                                    true));
    private static final Map<String, Object> COURSE =
            Map.of(
                    "providerId",
                    "traeger-01",
                    "courseType",
                    "GENERAL",
                    "childcare",
                    false,
                    "womenOnly",
                    false,
                    "online",
                    false,
                    "places",
                    20);

    /** What may be left out. */
    private static final Map<String, Object> MORE =
            Map.of(
                    "interruptions",
                    List.of(Map.of("from", "2027-02-08", "until", "2027-02-12")),
                    "extent",
                    "PART_TIME",
                    "helpLanguages",
                    List.of("ar", "uk"),
                    "blocked",
                    2);

    private SampleBodies() {}

    static String provider(String providerId) {
        return provider(providerId, Map.of());
    }

    /** A provider with some fields changed; null takes a field away. */
    static String provider(String providerId, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> all = new TreeMap<>(Map.of("providerId", providerId));
        all.putAll(changes);
        return with(all, PROVIDER);
    }

    /** A course with some fields changed; null takes a field away. */
    static String course(Map<String, ? extends @Nullable Object> changes) {
        return with(changes, COURSE, PLAN, MORE);
    }

    static String plan(String begins, String ends) {
        return plan(begins, ends, Map.of());
    }

    static String plan(String begins, String ends, Map<String, Object> terms) {
        return with(Map.of("sections", List.of(section(1, begins, ends))), PLAN, terms);
    }

    @SafeVarargs
    private static String with(
            Map<String, ? extends @Nullable Object> changes, Map<String, Object>... parts) {
        Map<String, @Nullable Object> body = new TreeMap<>();
        for (Map<String, Object> part : parts) {
            body.putAll(part);
        }
        body.putAll(changes);
        return JSON.writeValueAsString(body);
    }

    private static Map<String, Object> section(int number, String begins, String ends) {
        return Map.of("number", number, "begins", begins, "ends", ends);
    }
}
