package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.write.WorkingDays;
import de.kim.events.CorrectedPart;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnd;
import de.kim.events.EntitlementEnded;
import de.kim.events.LegalBasis;
import de.kim.events.ParticipantStarted;
import de.kim.events.ReferralCorrected;
import de.kim.events.Section;
import de.kim.events.Wish;
import de.kim.events.WishesChanged;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clocks by the front door: what runs, what is warned of, what is breached. */
class ClocksTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final String ACCEPTED = "{\"answeredBy\":\"PERSON\"}";

    @Test
    void six_weeks_run_are_warned_of_and_breached() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        LocalDate due = LocalDate.of(2026, 12, 14);
        assertThat(clock(referralId, "SIX_WEEKS").path("state").asString()).isEqualTo("RUNNING");
        assertThat(clock(referralId, "SIX_WEEKS").path("due").asString()).isEqualTo(due.toString());

        watchOn(due.minusDays(8));
        assertThat(clock(referralId, "SIX_WEEKS").path("state").asString()).isEqualTo("RUNNING");
        watchOn(due.minusDays(7));
        assertThat(clock(referralId, "SIX_WEEKS").path("state").asString()).isEqualTo("WARNED");
        watchOn(due);
        assertThat(stored("PlacementHistory.Breached", referralId)).isZero();
        watchOn(due.plusDays(1));
        watchOn(due.plusDays(1));

        JsonNode shown = clock(referralId, "SIX_WEEKS");
        assertThat(shown.path("state").asString()).isEqualTo("BREACHED");
        assertThat(shown.path("german").asString()).contains("14. Dezember 2026");
        assertThat(shown.path("english").asString()).contains("14 December 2026");
        assertThat(stored("PlacementHistory.Warned", referralId)).isEqualTo(1);
        assertThat(stored("PlacementHistory.Breached", referralId)).isEqualTo(1);
    }

    @Test
    void who_has_a_place_that_begins_in_time_is_not_warned() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(Neighbours.STARTS_ON.minusDays(42));
        clock.set(noon(Neighbours.STARTS_ON.minusDays(41)));
        holdRound();
        answer(openOffer(referralId), "acceptance", ACCEPTED);

        watchOn(Neighbours.STARTS_ON);
        watchOn(Neighbours.STARTS_ON.plusDays(7));
        assertThat(clock(referralId, "SIX_WEEKS").path("state").asString()).isEqualTo("RUNNING");

        // a start that nobody reported within a week is none
        watchOn(Neighbours.STARTS_ON.plusDays(8));
        assertThat(clock(referralId, "SIX_WEEKS").path("state").asString()).isEqualTo("BREACHED");
    }

    @Test
    void a_start_stops_every_clock() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        answer(openOffer(referralId), "acceptance", ACCEPTED);
        neighbours.say(new ParticipantStarted(courseId, referralId, Neighbours.STARTS_ON));

        watchOn(LocalDate.of(2028, 1, 1));

        assertThat(clocks(referralId)).isEmpty();
        assertThat(stored("PlacementHistory.Breached", referralId)).isZero();
    }

    @Test
    void an_entitlement_is_warned_of_eight_weeks_before_it_lapses() {
        UUID referralId = neighbours.refer(EARLY);
        LocalDate lapsesOn = LocalDate.of(2027, 10, 1);

        watchOn(lapsesOn.minusDays(57));
        assertThat(state(referralId, "ENTITLEMENT_LAPSE")).isEqualTo("RUNNING");
        watchOn(lapsesOn.minusDays(56));
        assertThat(state(referralId, "ENTITLEMENT_LAPSE")).isEqualTo("WARNED");
        watchOn(lapsesOn.plusDays(1));
        assertThat(state(referralId, "ENTITLEMENT_LAPSE")).isEqualTo("BREACHED");
    }

    @Test
    void without_an_entitlement_that_lapses_no_such_clock_runs() {
        UUID referralId = neighbours.refer(EARLY);
        neighbours.say(
                new EntitlementEnded(
                        referralId, LegalBasis.ENTITLED_44_1, EARLY, EntitlementEnd.REVOKED, true));

        assertThat(clocks(referralId))
                .extracting(clock -> clock.path("kind").asString())
                .containsExactly("SIX_WEEKS");
    }

    @Test
    void an_entitlement_that_was_recorded_wrongly_counts_no_more() {
        UUID referralId = neighbours.refer(EARLY);
        String entitlements =
                "select basis || ' ' || entitled_on || ' ' || coalesce(lapses_on::text, 'never')"
                        + " from heard_entitlement where referral_id = ? and ended_on is null";
        String wrong = jdbc.sql(entitlements).param(referralId).query(String.class).single();
        assertThat(wrong).startsWith("ENTITLED_44_1").doesNotEndWith("never");
        neighbours.say(
                new ReferralCorrected(
                        referralId,
                        CorrectionReason.TYPING_ERROR,
                        List.of(CorrectedPart.ENTITLEMENT),
                        new EntitlementCorrection(
                                LegalBasis.ENTITLED_44_1,
                                LocalDate.parse(wrong.split(" ")[1]),
                                LegalBasis.OBLIGED_ABH,
                                EARLY,
                                null),
                        EARLY));

        assertThat(jdbc.sql(entitlements).param(referralId).query(String.class).list())
                .containsExactly("OBLIGED_ABH " + EARLY + " never");
        assertThat(clocks(referralId))
                .extracting(clock -> clock.path("kind").asString())
                .containsExactly("SIX_WEEKS");
    }

    @Test
    void an_offer_is_warned_of_from_noon_of_the_working_day_before_its_last() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        UUID offerId = openOffer(referralId);
        // reached on Monday: three working days end on Thursday at midnight
        answer(offerId, "reached", "{}");
        LocalDate last = LocalDate.of(2026, 11, 26);

        watchAt(last.minusDays(1), LocalTime.of(11, 59));
        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("RUNNING");
        watchAt(last.minusDays(1), LocalTime.NOON);
        JsonNode warned = clock(referralId, "OFFER_PERIOD");
        assertThat(warned.path("state").asString()).isEqualTo("WARNED");
        assertThat(warned.path("offerId").asString()).isEqualTo(offerId.toString());
        assertThat(warned.path("due").asString()).isEqualTo(last.toString());

        clock.set(WorkingDays.endOf(last));
        deadlines.expireOffers();
        deadlines.watchClocks();

        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("BREACHED");
        assertThat(offerClockEvents(referralId)).containsExactly("Warned", "Breached");
    }

    @Test
    void a_weekend_is_no_time_to_answer() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        LocalDate wednesday = LocalDate.of(2026, 11, 25);
        clock.set(noon(wednesday));
        holdRound();
        // three working days end on Monday
        answer(openOffer(referralId), "reached", "{}");

        watchAt(wednesday.plusDays(2), LocalTime.of(11, 0));
        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("RUNNING");
        watchAt(wednesday.plusDays(2), LocalTime.of(13, 0));
        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("WARNED");
    }

    @Test
    void an_answer_stops_the_clock_of_the_offer() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        answer(openOffer(referralId), "acceptance", ACCEPTED);

        watchOn(LocalDate.of(2026, 12, 1));

        assertThat(clocks(referralId))
                .extracting(clock -> clock.path("kind").asString())
                .doesNotContain("OFFER_PERIOD");
    }

    @Test
    void summer_time_moves_no_deadline() {
        // the last Sunday in March 2027: the day has 23 hours
        LocalDate friday = LocalDate.of(2027, 3, 19);
        UUID courseId = UUID.randomUUID();
        neighbours.say(courseIn(courseId, LocalDate.of(2027, 6, 1)));
        UUID referralId = neighbours.refer(friday);
        clock.set(noon(LocalDate.of(2027, 3, 23)));
        holdRound();
        // Good Friday and Easter Monday do not count: Wednesday, Thursday, Tuesday
        answer(openOffer(referralId), "reached", "{}");

        JsonNode offer = clock(referralId, "OFFER_PERIOD");
        assertThat(offer.path("due").asString()).isEqualTo("2027-03-30");
        assertThat(door.get("/api/offers/" + offer.path("offerId").asString()).text())
                .contains("2027-03-30T22:00:00Z");
        assertThat(clock(referralId, "SIX_WEEKS").path("due").asString()).isEqualTo("2027-04-30");
        // Thursday at noon is the afternoon before the last working day, on either side of the
        // change
        watchAt(LocalDate.of(2027, 3, 25), LocalTime.of(11, 59));
        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("RUNNING");
        watchAt(LocalDate.of(2027, 3, 25), LocalTime.NOON);
        assertThat(state(referralId, "OFFER_PERIOD")).isEqualTo("WARNED");
        // six weeks after 19 March: midnight of summer time, 22:00 UTC
        clock.set(Instant.parse("2027-04-30T21:59:59Z"));
        deadlines.watchClocks();
        assertThat(state(referralId, "SIX_WEEKS")).isEqualTo("WARNED");
        clock.set(Instant.parse("2027-04-30T22:00:00Z"));
        deadlines.watchClocks();
        assertThat(state(referralId, "SIX_WEEKS")).isEqualTo("BREACHED");
    }

    @Test
    void a_course_that_only_a_wish_keeps_out_is_named_as_the_way_out() {
        UUID wished = UUID.randomUUID();
        UUID other = neighbours.schedule(1);
        UUID referralId = onlyWishing(wished);
        holdRound();
        assertThat(state(referralId)).isEqualTo("WAITING");

        watchOn(EARLY.plusDays(40));

        JsonNode shown = clock(referralId, "SIX_WEEKS");
        assertThat(shown.path("alternativeCourseId").asString()).isEqualTo(other.toString());
        assertThat(shown.path("german").asString()).contains("11. Januar 2027");
    }

    @Test
    void who_has_an_offer_is_told_of_another_course_not_of_the_same() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        UUID offered =
                UUID.fromString(
                        door.get("/api/offers/" + openOffer(referralId))
                                .json()
                                .path("courseId")
                                .asString());
        UUID other = neighbours.schedule(2);

        watchOn(LocalDate.of(2026, 11, 30));

        JsonNode shown = clock(referralId, "OFFER_PERIOD");
        assertThat(shown.path("courseId").asString()).isEqualTo(offered.toString());
        assertThat(shown.path("alternativeCourseId").asString()).isEqualTo(other.toString());
    }

    @Test
    void a_referrer_sees_the_clocks_of_its_own_people_and_by_kind_and_state() {
        UUID referralId = neighbours.refer(LocalDate.of(2020, 1, 2));
        assertThat(mine("jobcenter-stadt", "?limit=200")).contains(referralId);
        assertThat(mine("massarbeit", "?limit=200")).doesNotContain(referralId);
        assertThat(mine("jobcenter-stadt", "?kind=OFFER_PERIOD&limit=200"))
                .doesNotContain(referralId);
        assertThat(mine("jobcenter-stadt", "?state=BREACHED&limit=200")).contains(referralId);
        assertThat(mine("jobcenter-stadt", "?state=RUNNING&kind=SIX_WEEKS&limit=200"))
                .doesNotContain(referralId);
    }

    @Test
    void clocks_are_read_page_by_page_the_most_urgent_first() {
        for (int i = 0; i < 3; i++) {
            neighbours.refer(LocalDate.of(2021, 1, 1 + i));
        }
        List<String> due = new ArrayList<>();
        String next = "/api/clocks?limit=2";
        while (!next.isEmpty()) {
            Reply page = door.get(next);
            page.json().path("items").forEach(item -> due.add(item.path("due").asString()));
            String cursor = page.json().path("nextCursor").asString("");
            next = cursor.isEmpty() ? "" : "/api/clocks?limit=2&cursor=" + cursor;
        }
        assertThat(due).hasSize(6).isSorted();
    }

    private List<UUID> mine(String account, String query) {
        List<UUID> found = new ArrayList<>();
        FrontDoor.of(port, account)
                .get("/api/clocks" + query)
                .json()
                .path("items")
                .forEach(item -> found.add(UUID.fromString(item.path("referralId").asString())));
        return found;
    }

    private UUID onlyWishing(UUID courseId) {
        UUID referralId = neighbours.refer(EARLY);
        neighbours.say(
                new WishesChanged(
                        referralId, List.of(new Wish(Neighbours.PROVIDER, courseId)), true));
        return referralId;
    }

    private static CourseScheduled courseIn(UUID courseId, LocalDate begins) {
        return new CourseScheduled(
                courseId,
                Neighbours.PROVIDER,
                CourseType.GENERAL,
                List.of(new Section(1, begins, begins.plusDays(60))),
                List.of(Neighbours.MONDAYS),
                Neighbours.VENUE,
                false,
                false,
                false,
                1,
                null,
                null,
                null);
    }

    private void watchOn(LocalDate day) {
        watchAt(day, LocalTime.NOON);
    }

    private void watchAt(LocalDate day, LocalTime time) {
        clock.set(day.atTime(time).atZone(clock.getZone()).toInstant());
        deadlines.watchClocks();
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant();
    }

    private String state(UUID referralId, String kind) {
        return clock(referralId, kind).path("state").asString();
    }

    private JsonNode clock(UUID referralId, String kind) {
        return clocks(referralId).stream()
                .filter(clock -> clock.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> clocks(UUID referralId) {
        List<JsonNode> found = new ArrayList<>();
        door.get("/api/clocks?limit=200")
                .json()
                .path("items")
                .forEach(
                        item -> {
                            if (item.path("referralId").asString().equals(referralId.toString())) {
                                found.add(item);
                            }
                        });
        return found;
    }

    private List<String> offerClockEvents(UUID referralId) {
        return jdbc.sql(
                        """
                        select substring(type from '[.](.*)$') from event
                        where aggregate_id = ? and type like 'PlacementHistory.%ed'
                            and convert_from(payload, 'UTF8')::jsonb ->> 'clock' = 'OFFER_PERIOD'
                        order by sequence
                        """)
                .param(referralId.toString())
                .query(String.class)
                .list();
    }
}
