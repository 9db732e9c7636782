package de.kim.referral;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is sent in: an invented person. */
final class SampleBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> CONTACT =
            Map.of("email", "sample@example.org", "preferredLanguage", "ar");
    private static final Map<String, Object> ATTRIBUTES =
            Map.of(
                    "gender",
                    "FEMALE",
                    "municipality",
                    "03404000",
                    "nationalityGroup",
                    "SYRIA",
                    "languages",
                    List.of("ar", "en"),
                    "childcareNeeded",
                    true,
                    "accessibilityNeeded",
                    false,
                    "available",
                    List.of(Map.of("day", "MONDAY", "from", "08:00", "to", "13:00")));
    private static final Map<String, Object> REFERRAL =
            Map.of(
                    "surname", "Muster",
                    "firstName", "Sample",
                    "birthDate", "1990-02-28",
                    "fileNumber", "SAMPLE-1",
                    "legalBasis", "OBLIGED_JOBCENTER",
                    "entitledOn", "2026-01-15");

    private SampleBodies() {}

    /** A referral with some fields changed; null takes a field away. */
    static String referral(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> body = new TreeMap<>(REFERRAL);
        body.putAll(CONTACT);
        body.putAll(ATTRIBUTES);
        body.putAll(changes);
        return JSON.writeValueAsString(body);
    }

    static String amendment(String municipality) {
        Map<String, Object> body = new TreeMap<>(CONTACT);
        body.putAll(ATTRIBUTES);
        body.put("municipality", municipality);
        return JSON.writeValueAsString(body);
    }
}
