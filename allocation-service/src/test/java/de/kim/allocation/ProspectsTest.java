package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.testing.HandClock;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prospects by the front door: where somebody stands, and what is known of the wait. */
class ProspectsTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);

    @Test
    void who_waits_learns_rank_and_last_admitted_rank_in_sentences() {
        UUID courseId = neighbours.schedule(1);
        neighbours.refer(EARLY);
        UUID second = neighbours.refer(LATE);
        UUID third = neighbours.refer(LATE.plusDays(1));
        holdRound();

        JsonNode outlook = prospects(third).json();

        assertThat(outlook.path("ranked").asBoolean()).isTrue();
        JsonNode course = outlook.path("courses").get(0);
        assertThat(course.path("courseId").asString()).isEqualTo(courseId.toString());
        // the first has the offer and waits no more
        assertThat(course.path("rank").asInt()).isEqualTo(2);
        assertThat(course.path("applicants").asInt()).isEqualTo(2);
        assertThat(course.path("freePlaces").asInt()).isZero();
        assertThat(course.path("lastAdmittedRank").asInt()).isEqualTo(1);
        assertThat(course.path("lastAdmittedOn").asString()).isEqualTo("2026-11-23");
        assertThat(course.path("trend").asString()).isEqualTo("UNKNOWN");
        assertThat(course.path("german").asString()).contains("an Stelle 2 von 2");
        assertThat(course.path("english").asString()).contains("number 2 of 2");
        assertThat(prospects(second).json().path("courses").get(0).path("rank").asInt())
                .isEqualTo(1);
    }

    @Test
    void too_little_is_known_after_one_round() {
        neighbours.schedule(1);
        neighbours.refer(EARLY);
        UUID referralId = neighbours.refer(LATE);
        holdRound();

        JsonNode outlook = prospects(referralId).json();

        assertThat(outlook.path("estimate").isMissingNode() || outlook.path("estimate").isNull())
                .isTrue();
        assertThat(outlook.path("german").asString()).contains("noch nicht sagen");
    }

    @Test
    void after_weeks_of_rounds_a_span_is_named() {
        neighbours.schedule(9);
        for (int i = 0; i < 9; i++) {
            neighbours.refer(EARLY.plusDays(i));
        }
        holdRound();
        clock.set(HandClock.MONDAY.plus(Duration.ofDays(20)));
        UUID referralId = neighbours.refer(LATE.plusDays(30));
        holdRound();

        JsonNode estimate = prospects(referralId).json().path("estimate");

        assertThat(estimate.path("places").asInt()).isGreaterThanOrEqualTo(9);
        assertThat(estimate.path("fromWeeks").asInt()).isZero();
        assertThat(estimate.path("days").asInt()).isGreaterThanOrEqualTo(21);
    }

    @Test
    void who_has_no_lot_yet_is_told_so() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);

        JsonNode outlook = prospects(referralId).json();

        assertThat(outlook.path("ranked").asBoolean()).isFalse();
        assertThat(outlook.path("courses").size()).isZero();
        assertThat(outlook.path("german").asString()).contains("nächsten Verteilrunde");
    }

    @Test
    void who_has_an_offer_waits_no_more() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();

        assertThat(prospects(referralId).status()).isEqualTo(409);
        assertThat(prospects(referralId).code()).isEqualTo("NOT_WAITING");
    }

    @Test
    void another_body_learns_nothing() {
        UUID referralId = neighbours.refer(EARLY);
        Reply reply =
                FrontDoor.of(port, "massarbeit")
                        .get("/api/waiting-list/" + referralId + "/prospects");
        assertThat(reply.code()).isEqualTo("REFERRAL_NOT_FOUND");
    }

    private Reply prospects(UUID referralId) {
        return door.get("/api/waiting-list/" + referralId + "/prospects");
    }
}
