package de.kim.allocation.write;

import static de.kim.allocation.write.Sample.ROUND;

import de.kim.allocation.write.ClearingRoundHistory.Closed;
import de.kim.allocation.write.ClearingRoundHistory.Opened;
import de.kim.allocation.write.ClearingRoundHistory.Verified;
import de.kim.allocation.write.PublishedRulebookHistory.Published;
import de.kim.events.RoundKind;
import de.kim.events.Rulebook;
import de.kim.rules.RoundStatement;
import de.kim.rules.Rulebooks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearingRoundTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final RoundStatement STATEMENT =
            new RoundStatement(3, 0, List.of(), List.of(), List.of());
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void a_round_opens_with_its_verdict() {
        new Desk().when(open(true)).then(opened(), verified(true));
    }

    @Test
    void a_round_that_does_not_pass_is_closed_at_once() {
        new Desk().when(open(false)).then(opened(), verified(false), new Closed(ROUND, 0));
    }

    @Test
    void a_round_opens_once() {
        Desk.given(opened(), verified(true)).when(open(true)).then();
    }

    @Test
    void a_round_closes_once() {
        Desk desk = Desk.given(opened(), verified(true));
        desk.when(new CloseRound(ROUND, 1)).then(new Closed(ROUND, 1));
        desk.when(new CloseRound(ROUND, 1)).then();
    }

    @Test
    void the_first_rulebook_may_take_effect_at_once() {
        new Desk().when(publish(1, NOW)).then(published(1, NOW));
    }

    @Test
    void a_rulebook_is_published_once() {
        Desk.given(published(1, NOW)).when(publish(1, NOW.plusSeconds(1))).then();
    }

    @Test
    void a_later_rulebook_needs_a_day() {
        Desk desk = Desk.given(published(1, NOW));
        desk.when(publish(2, NOW.plus(Duration.ofHours(24)).minusMillis(1)))
                .refused(AllocationRefusal.RULEBOOK_TOO_SOON);
        Instant tomorrow = NOW.plus(Duration.ofHours(24));
        desk.when(publish(2, tomorrow)).then(published(2, tomorrow));
    }

    @Test
    void no_rulebook_version_is_left_out() {
        Desk.given(published(1, NOW))
                .when(publish(3, NOW.plus(Duration.ofDays(2))))
                .refused(AllocationRefusal.RULEBOOK_NOT_NEXT);
    }

    @Test
    void a_version_has_one_content() {
        Rulebook first = Rulebooks.FIRST;
        Rulebook other =
                new Rulebook(
                        first.version(),
                        first.algorithmVersion(),
                        first.courseTypes(),
                        first.legalBases(),
                        first.radiusKm() + 1,
                        first.offerPeriodWorkingDays(),
                        first.unreachedWorkingDays(),
                        first.refillDaysBeforeStart(),
                        first.lateEntryUe(),
                        first.registrationToStartDays());
        Desk.given(published(1, NOW))
                .when(
                        new PublishRulebook(
                                PublishedRulebook.ID, other, NOW, "agreed", "koordination", NOW))
                .refused(AllocationRefusal.RULEBOOK_NOT_NEXT);
    }

    private static OpenRound open(boolean passed) {
        return new OpenRound(
                ROUND,
                RoundKind.ON_COMMAND,
                1,
                1,
                DAY,
                "in",
                Map.of(),
                passed,
                "out",
                3,
                List.of(),
                List.of(),
                STATEMENT);
    }

    private static Opened opened() {
        return new Opened(ROUND, RoundKind.ON_COMMAND, 1, 1, DAY, "in", Map.of());
    }

    private static Verified verified(boolean passed) {
        return new Verified(ROUND, passed, "in", "out", 3, List.of(), List.of(), STATEMENT);
    }

    private static PublishRulebook publish(int version, Instant from) {
        return new PublishRulebook(
                PublishedRulebook.ID, rulebook(version), from, "agreed", "koordination", NOW);
    }

    private static Published published(int version, Instant from) {
        return new Published(rulebook(version), from, "agreed", "koordination");
    }

    private static Rulebook rulebook(int version) {
        Rulebook first = Rulebooks.FIRST;
        return new Rulebook(
                version,
                first.algorithmVersion(),
                first.courseTypes(),
                first.legalBases(),
                first.radiusKm(),
                first.offerPeriodWorkingDays(),
                first.unreachedWorkingDays(),
                first.refillDaysBeforeStart(),
                first.lateEntryUe(),
                first.registrationToStartDays());
    }
}
