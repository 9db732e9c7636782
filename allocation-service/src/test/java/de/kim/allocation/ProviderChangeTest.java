package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Places that become free again by the front door: another provider, or nobody came. */
class ProviderChangeTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);
    private static final String MOVED = "{\"reason\":\"MOVED\"}";

    @Test
    void a_place_given_back_for_a_lawful_reason_goes_to_the_next_and_the_person_waits_again() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();

        Reply reply = change(referralId, MOVED);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(state(referralId)).isEqualTo("WAITING");
        assertThat(stored("PlacementHistory.Released", referralId)).isEqualTo(1);
        assertThat(change(referralId, MOVED).status()).as("said again").isEqualTo(200);
        assertThat(stored("PlacementHistory.ProviderChanged", referralId)).isEqualTo(1);
        rounds.refill();
        // who left does not get the same place again, though waiting longer
        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(state(referralId)).isEqualTo("WAITING");
        assertThat(door.get("/api/courses/" + courseId + "/places").json().path("free").asInt())
                .isZero();
        neighbours.schedule(1);
        holdRound();
        assertThat(state(referralId)).isEqualTo("OFFERED");
    }

    @Test
    void who_has_no_place_changes_nothing() {
        UUID referralId = neighbours.refer(EARLY);
        assertThat(change(referralId, MOVED).code()).isEqualTo("PLACE_NOT_FOUND");
        assertThat(change(UUID.randomUUID(), MOVED).code()).isEqualTo("REFERRAL_NOT_FOUND");
    }

    @Test
    void who_sits_in_the_course_needs_a_new_referral() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        neighbours.say(new ParticipantStarted(courseId, referralId, Neighbours.STARTS_ON));
        assertThat(change(referralId, MOVED).code()).isEqualTo("COURSE_BEGUN");
    }

    @Test
    void another_body_gives_no_place_back() {
        neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        Reply reply =
                FrontDoor.of(port, "massarbeit")
                        .post("/api/waiting-list/" + referralId + "/provider-change", MOVED);
        assertThat(reply.code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(state(referralId)).isEqualTo("PLACED");
    }

    @Test
    void the_place_of_somebody_who_did_not_appear_is_offered_on_at_once_after_the_start() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();
        assertThat(state(next)).isEqualTo("WAITING");
        // the second day of the course: within the first 25 teaching units
        clock.set(
                Neighbours.STARTS_ON
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .plusHours(9)
                        .toInstant());

        neighbours.say(
                new ParticipantMissing(courseId, referralId, Neighbours.STARTS_ON.plusDays(1)));
        rounds.refill();

        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(state(referralId)).isEqualTo("WAITING");
    }

    private UUID placed(LocalDate registeredOn) {
        UUID referralId = neighbours.refer(registeredOn);
        holdRound();
        answer(openOffer(referralId), "acceptance", "{\"answeredBy\":\"PERSON\"}");
        return referralId;
    }

    private Reply change(UUID referralId, String json) {
        return door.post("/api/waiting-list/" + referralId + "/provider-change", json);
    }
}
