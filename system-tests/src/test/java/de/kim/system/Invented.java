package de.kim.system;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A provider, its course and people who fit in: what a journey needs, all of it invented. */
public final class Invented {
    /** The provider's account. */
    public static final String PROVIDER = "traeger-01";

    private Invented() {}

    /** What the coordination admits {@link #PROVIDER} with. */
    public static Map<String, Object> provider(LocalDate today) {
        return Map.of(
                "providerId",
                PROVIDER,
                "name",
                "Sprachschule Muster (Beispiel)",
                "courseTypes",
                List.of("GENERAL"),
                "kind",
                "FIRST",
                "from",
                today.minusDays(10).toString(),
                "until",
                today.plusDays(700).toString());
    }

    /** A general course with one section. */
    public static Map<String, Object> course(LocalDate begins, LocalDate ends, int places) {
        return Map.ofEntries(
                Map.entry("providerId", PROVIDER),
                Map.entry("courseType", "GENERAL"),
                Map.entry(
                        "sections",
                        List.of(
                                Map.of(
                                        "number", 1,
                                        "begins", begins.toString(),
                                        "ends", ends.toString()))),
                Map.entry(
                        "times", List.of(Map.of("day", "MONDAY", "from", "08:30", "to", "12:30"))),
                Map.entry("venue", venue()),
                Map.entry("childcare", false),
                Map.entry("womenOnly", false),
                Map.entry("online", false),
                Map.entry("places", places));
    }

    /** Somebody whom the course fits; names, birth date and legal basis are for the caller. */
    public static Map<String, Object> person(LocalDate today) {
        return Map.ofEntries(
                Map.entry("firstName", "Probe"),
                Map.entry("preferredLanguage", "uk"),
                Map.entry("gender", "FEMALE"),
                Map.entry("municipality", "03404000"),
                Map.entry("nationalityGroup", "UKRAINE"),
                Map.entry("languages", List.of("uk")),
                Map.entry("childcareNeeded", false),
                Map.entry("accessibilityNeeded", false),
                Map.entry("available", List.of()),
                Map.entry("entitledOn", today.minusDays(30).toString()),
                Map.entry("lapsesOn", today.plusDays(200).toString()));
    }

    /** The test that recommends the course. */
    public static Map<String, Object> placementTest(LocalDate today) {
        return Map.of(
                "testedOn",
                today.toString(),
                "recommendedType",
                "GENERAL",
                "recommendedSection",
                1,
                "dispensable",
                false);
    }

    private static Map<String, Object> venue() {
        return Map.of(
                "municipality",
                "03404000",
                "latitudeE6",
                52279900,
                "longitudeE6",
                8047200,
                "accessible",
                true);
    }
}
