package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseScheduled;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.Section;
import de.kim.events.WithdrawalReason;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that become free again by the front door: another provider, or nobody came. */
class ProviderChangeTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);
    private static final String MOVED = "{\"reason\":\"MOVED\"}";
    private static final String GOES_ON = "{\"reason\":\"MOVED\",\"nextSection\":2}";
    private static final String OTHER = "traeger-02";

    private final List<UUID> placed = new ArrayList<>();

    /** Whoever goes on elsewhere waits although the referral is completed: in no other test. */
    @AfterEach
    void theyLeave() {
        placed.forEach(
                id -> neighbours.say(new ReferralWithdrawn(id, WithdrawalReason.MOVED_AWAY)));
    }

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
    void who_sits_in_the_course_has_to_name_the_section_they_go_on_with() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        begins(courseId, referralId);
        assertThat(change(referralId, MOVED).code()).isEqualTo("COURSE_BEGUN");
        assertThat(change(referralId, "{\"reason\":\"MOVED\",\"nextSection\":0}").status())
                .isEqualTo(400);
        assertThat(state(referralId)).isEqualTo("BEGUN");
    }

    @Test
    void after_the_start_the_person_goes_on_elsewhere_with_the_next_section() {
        UUID old = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();
        begins(old, referralId);
        UUID sameProvider = schedule(Neighbours.PROVIDER);
        neighbours.admit(OTHER);
        UUID elsewhere = schedule(OTHER);
        secondWeek();

        Reply reply = change(referralId, GOES_ON);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(change(referralId, GOES_ON).status()).as("said again").isEqualTo(200);
        assertThat(stored("PlacementHistory.ProviderChanged", referralId)).isEqualTo(1);
        rounds.refill();
        // the old place may still be entered, so it is filled again
        assertThat(state(next)).isEqualTo("OFFERED");
        // to none of the old provider's, though one would fit as well
        assertThat(offered(referralId))
                .isEqualTo(elsewhere + " 2")
                .doesNotContain(sameProvider + "");

        answer(openOffer(referralId), "acceptance", "{\"answeredBy\":\"PERSON\"}");
        neighbours.say(
                new ParticipantStarted(elsewhere, referralId, Neighbours.STARTS_ON.plusDays(70)));
        assertThat(state(referralId)).isEqualTo("BEGUN");
    }

    @Test
    void nobody_sits_in_one_course_twice() {
        UUID courseId = neighbours.schedule(2);
        UUID referralId = placed(EARLY);
        begins(courseId, referralId);
        secondWeek();
        change(referralId, "{\"reason\":\"CHILDCARE\",\"nextSection\":1}");
        // another date, so what was declined as it was could be offered again
        neighbours.say(Neighbours.moved(courseId, Neighbours.VENUE, null));

        holdRound();

        assertThat(state(referralId)).isEqualTo("WAITING");
    }

    @Test
    void no_clock_of_the_wait_for_a_first_place_runs_again() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = placed(EARLY);
        begins(courseId, referralId);
        secondWeek();
        change(referralId, GOES_ON);

        assertThat(door.get("/api/clocks").json().path("items")).isEmpty();
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

    /** The catalogue and, after it, referral-service. */
    private void begins(UUID courseId, UUID referralId) {
        neighbours.say(new ParticipantStarted(courseId, referralId, Neighbours.STARTS_ON));
        neighbours.say(new ReferralCompleted(referralId, courseId, Neighbours.STARTS_ON));
    }

    /** Within the first 25 teaching units. */
    private void secondWeek() {
        clock.set(
                Neighbours.STARTS_ON
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .plusHours(9)
                        .toInstant());
    }

    /** Whose second section begins later. */
    private UUID schedule(String provider) {
        UUID courseId = UUID.randomUUID();
        CourseScheduled first = Neighbours.course(courseId, provider, 1);
        LocalDate second = Neighbours.STARTS_ON.plusDays(70);
        neighbours.say(
                new CourseScheduled(
                        courseId,
                        provider,
                        first.courseType(),
                        List.of(
                                new Section(1, Neighbours.STARTS_ON, second.minusDays(1)),
                                new Section(2, second, second.plusDays(60))),
                        first.times(),
                        first.venue(),
                        false,
                        false,
                        false,
                        1,
                        null,
                        null,
                        null));
        return courseId;
    }

    /** Course and section. */
    private String offered(UUID referralId) {
        return jdbc.sql("select course_id || ' ' || section from offer where offer_id = ?")
                .param(openOffer(referralId))
                .query(String.class)
                .single();
    }

    private UUID placed(LocalDate registeredOn) {
        UUID referralId = neighbours.refer(registeredOn);
        placed.add(referralId);
        holdRound();
        answer(openOffer(referralId), "acceptance", "{\"answeredBy\":\"PERSON\"}");
        return referralId;
    }

    private Reply change(UUID referralId, String json) {
        return door.post("/api/waiting-list/" + referralId + "/provider-change", json);
    }
}
