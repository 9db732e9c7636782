package de.kim.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AllocationEvent;
import de.kim.events.CourseEvent;
import de.kim.events.Gender;
import de.kim.events.NotificationEvent;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.WireNames;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Map<String, Class<? extends PublicEvent>> FAMILIES =
            Map.of(
                    "referrals", ReferralEvent.class,
                    "courses", CourseEvent.class,
                    "allocations", AllocationEvent.class,
                    "notifications", NotificationEvent.class,
                    "rulebook", RulebookEvent.class,
                    "every", Sealed.class);

    @Test
    void a_wire_name_is_made_of_family_event_and_version() {
        WireNames.all()
                .forEach(
                        (name, event) -> {
                            String family =
                                    FAMILIES.entrySet().stream()
                                            .filter(f -> f.getValue().isAssignableFrom(event))
                                            .map(Map.Entry::getKey)
                                            .findFirst()
                                            .orElseThrow();
                            assertThat(name)
                                    .matches(
                                            "kim\\."
                                                    + family
                                                    + "\\."
                                                    + kebab(event.getSimpleName())
                                                    + "\\.v[1-9]\\d*");
                        });
    }

    @Test
    void no_event_has_a_personal_field() {
        Map<String, List<String>> found = new LinkedHashMap<>();
        WireNames.all()
                .values()
                .forEach(event -> found.put(event.getSimpleName(), PersonalFields.in(event)));
        assertThat(found).hasSize(WireNames.all().size());
        assertThat(found.values()).allSatisfy(fields -> assertThat(fields).isEmpty());
    }

    @Test
    void the_rule_on_personal_fields_bites_by_name_by_type_and_below() {
        assertThat(PersonalFields.in(Telling.class))
                .containsExactlyInAnyOrder(
                        "Telling.surname",
                        "Telling.birthDate",
                        "Telling.remark",
                        "Telling.eMailAddress",
                        "Telling.preferredLanguages",
                        "Deep.homeMunicipality",
                        "Deep.who");
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    record Telling(
            UUID referralId,
            String surname,
            LocalDate birthDate,
            String remark,
            UUID eMailAddress,
            List<UUID> preferredLanguages,
            List<Deep> deep,
            String providerId) {}

    record Deep(int homeMunicipality, Gender who) {}
}
