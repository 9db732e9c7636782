package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Rulebook;
import de.kim.events.RulebookPublished;
import de.kim.kit.web.FrontDoor;
import de.kim.rules.Rulebooks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Courses are planned by the rules that the partners agreed to, from the day they take effect. */
class RulebookTest extends RunningCatalog {
    private static final Instant YESTERDAY = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-24T09:00:00Z");

    private final String provider = "traeger-" + UUID.randomUUID();

    @Test
    void a_group_may_be_as_large_as_the_rulebook_in_force_says() {
        post(
                provider,
                "/api/providers",
                SampleBodies.provider(provider, Map.of("courseTypes", List.of("SENSORY"))));
        say(1, Rulebooks.FIRST, YESTERDAY);
        assertThat(planned(11).status()).isEqualTo(201);
        assertThat(planned(12).text()).contains("OVER_GROUP_MAXIMUM");

        say(2, groupsOf(5, 2), YESTERDAY);
        say(3, groupsOf(3, 3), TOMORROW);
        eventually(() -> assertThat(planned(6).text()).contains("OVER_GROUP_MAXIMUM"));
        assertThat(planned(5).status()).isEqualTo(201);
    }

    private FrontDoor.Reply planned(int places) {
        return post(
                provider,
                "/api/courses",
                SampleBodies.course(
                        Map.of(
                                "providerId",
                                provider,
                                "courseType",
                                "SENSORY",
                                "places",
                                places,
                                "blocked",
                                0)));
    }

    private static void say(long sequence, Rulebook rules, Instant effectiveFrom) {
        WIRE.say(
                "allocation-service",
                sequence,
                new RulebookPublished(rules, effectiveFrom, "invented", "koordination"));
    }

    private static Rulebook groupsOf(int largest, int version) {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                version,
                first.algorithmVersion(),
                first.courseTypes().stream()
                        .map(rule -> rule.type() == CourseType.SENSORY ? upTo(largest, rule) : rule)
                        .toList(),
                first.legalBases(),
                first.radiusKm(),
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }

    private static CourseTypeRule upTo(int largest, CourseTypeRule rule) {
        return new CourseTypeRule(
                rule.type(),
                rule.sections(),
                largest,
                Math.min(largest, rule.minGroup()),
                rule.begunFrom(),
                rule.begunBefore(),
                rule.underAge());
    }
}
