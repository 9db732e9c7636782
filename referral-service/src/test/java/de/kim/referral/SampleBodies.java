package de.kim.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is sent in: an invented person. */
final class SampleBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
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
                    "firstName", "Sample",
                    "legalBasis", "OBLIGED_JOBCENTER",
                    "entitledOn", "2026-01-15");

    private SampleBodies() {}

    /**
     * A referral of another person each time, with some fields changed; null takes a field away.
     */
    static String referral(Map<String, ? extends @Nullable Object> changes) {
        int number = PEOPLE.incrementAndGet();
        Map<String, @Nullable Object> body = new TreeMap<>(REFERRAL);
        body.put("surname", "Muster-" + letters(number));
        body.put("birthDate", LocalDate.of(1950, 1, 2).plusDays(number * 397L % 20_000).toString());
        body.put("fileNumber", "SAMPLE-" + number);
        body.putAll(CONTACT);
        body.putAll(ATTRIBUTES);
        body.putAll(changes);
        return JSON.writeValueAsString(body);
    }

    /** A number as a name. */
    static String letters(int number) {
        StringBuilder text = new StringBuilder("ka");
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append("bdfgklmnpr".charAt(digit - '0')).append('o');
        }
        return text.toString();
    }

    static String amendment(String municipality) {
        Map<String, Object> body = new TreeMap<>(CONTACT);
        body.putAll(ATTRIBUTES);
        body.put("municipality", municipality);
        return JSON.writeValueAsString(body);
    }
}
