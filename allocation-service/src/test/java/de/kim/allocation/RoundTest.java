package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.allocation.plumbing.Rebuild;
import de.kim.allocation.write.OfferPlace;
import de.kim.allocation.write.WorkingDays;
import de.kim.events.CancellationReason;
import de.kim.events.CourseCancelled;
import de.kim.events.ReferralAmended;
import de.kim.events.RoundKind;
import de.kim.events.Venue;
import de.kim.events.Wish;
import de.kim.kit.testing.HandClock;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RoundTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);
    private static final String ACCEPTED = "{\"answeredBy\":\"PERSON\"}";
    private static final String DECLINED =
            "{\"answeredBy\":\"COUNSELLOR\",\"reason\":\"TIMES_DO_NOT_SUIT\"}";

    @Autowired private CommandBus commandBus;
    @Autowired private Rebuild rebuild;

    @Test
    void from_the_test_result_to_the_accepted_place() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);

        Reply round = holdRound();

        assertThat(round.json().path("passed").asBoolean()).isTrue();
        assertThat(round.json().path("offered").asInt()).isEqualTo(1);
        assertThat(state(referralId)).isEqualTo("OFFERED");

        Reply accepted = answer(openOffer(referralId), "acceptance", ACCEPTED);

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(state(referralId)).isEqualTo("PLACED");
        var places = door.get("/api/courses/" + courseId + "/places").json();
        assertThat(places.path("accepted").asInt()).isEqualTo(1);
        assertThat(places.path("free").asInt()).isZero();
    }

    @Test
    void a_course_that_goes_online_is_near_to_everybody() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        Venue munich = new Venue("09162000", 48_137_000, 11_575_000, true);
        neighbours.say(Neighbours.moved(courseId, munich, null));
        holdRound();
        assertThat(state(referralId)).isEqualTo("WAITING");

        neighbours.say(Neighbours.moved(courseId, munich, true));
        holdRound();
        assertThat(state(referralId)).isEqualTo("OFFERED");
    }

    @Test
    void a_declined_place_is_offered_on_to_the_next() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();
        assertThat(state(next)).isEqualTo("WAITING");

        assertThat(answer(openOffer(first), "decline", DECLINED).status()).isEqualTo(200);

        assertThat(rounds.refill()).get().satisfies(r -> assertThat(r.offered()).isEqualTo(1));
        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(rounds.refill()).isEmpty();
    }

    @Test
    void an_unanswered_offer_expires_after_three_working_days_and_goes_to_the_next() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();
        UUID offerId = openOffer(first);
        assertThat(answer(offerId, "reached", "{}").status()).isEqualTo(200);

        clock.set(WorkingDays.after(HandClock.MONDAY, 3).minusMillis(1));
        assertThat(deadlines.expireOffers()).isZero();
        clock.set(WorkingDays.after(HandClock.MONDAY, 3));
        assertThat(deadlines.expireOffers()).isEqualTo(1);
        rounds.refill();

        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(state(next)).isEqualTo("OFFERED");
        Reply offer = door.get("/api/offers/" + offerId);
        assertThat(offer.json().path("state").asString()).isEqualTo("EXPIRED");
        assertThat(offer.json().path("reason").asString()).isEqualTo("UNANSWERED");
        assertThat(answer(offerId, "acceptance", ACCEPTED).code()).isEqualTo("OFFER_NOT_LIVE");
    }

    @Test
    void an_offer_that_reaches_nobody_ends_after_five_working_days() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        UUID offerId = openOffer(referralId);

        clock.set(WorkingDays.after(HandClock.MONDAY, 5));
        deadlines.expireOffers();

        assertThat(door.get("/api/offers/" + offerId).json().path("reason").asString())
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void who_waits_is_told_why_in_sentences() {
        UUID courseId = neighbours.schedule(1);
        neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);
        holdRound();

        Reply decision = door.get("/api/decisions/" + next);

        assertThat(decision.json().path("outcome").asString()).isEqualTo("WAITING");
        var reason = decision.json().path("reasons").get(0);
        assertThat(reason.path("courseId").asString()).isEqualTo(courseId.toString());
        assertThat(reason.path("german").asString()).contains("Platz");
        assertThat(reason.path("english").asString()).contains("place");
        assertThat(decision.json().path("recomputed").asBoolean()).isTrue();
    }

    @Test
    void nobody_stands_in_a_round_without_the_profile_that_was_committed_to() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        var changed = Neighbours.profile(referralId, 2);
        neighbours.say(new ReferralAmended(referralId, changed.commitment()));

        assertThat(holdRound().json().path("waiting").asInt()).isZero();
        neighbours.say(changed);
        assertThat(holdRound().json().path("waiting").asInt()).isEqualTo(1);
        assertThat(state(referralId)).isEqualTo("OFFERED");
    }

    @Test
    void an_erased_profile_takes_part_in_no_round() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        root.run(() -> inbox.profileErased(referralId));

        assertThat(holdRound().json().path("waiting").asInt()).isZero();
    }

    @Test
    void a_course_that_contradicts_itself_is_left_out_and_the_round_is_held() {
        UUID courseId = neighbours.schedule(1);
        neighbours.schedule(1);
        jdbc.sql(
                        """
                        update heard_course set sections = sections || sections
                        where course_id = ?
                        """)
                .param(courseId)
                .update();
        UUID referralId = neighbours.refer(EARLY);

        holdRound();

        Reply offer = door.get("/api/offers/" + openOffer(referralId));
        assertThat(offer.json().path("courseId").asString()).isNotEqualTo(courseId.toString());
        jdbc.sql("update heard_course set sections = '[]' where course_id = ?")
                .param(courseId)
                .update();
    }

    @Test
    void a_round_taken_up_after_days_makes_no_offer_that_is_over_at_once() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        var deadly =
                commandBus.registerDispatchInterceptor(
                        messages ->
                                (i, message) -> {
                                    if (message.getPayload() instanceof OfferPlace) {
                                        throw new IllegalStateException("the power is cut");
                                    }
                                    return message;
                                });
        try {
            assertThatThrownBy(() -> rounds.holdNow(RoundKind.ON_COMMAND, Map.of()))
                    .hasMessage("the power is cut");
        } finally {
            deadly.cancel();
        }
        clock.set(WorkingDays.after(HandClock.MONDAY, 5));

        rounds.finishInterrupted();

        assertThat(state(referralId)).isEqualTo("WAITING");
        holdRound();
        assertThat(state(referralId)).isEqualTo("OFFERED");
    }

    @Test
    void a_course_whose_provider_was_not_heard_of_gets_nobody() {
        UUID courseId = neighbours.schedule("traeger-" + UUID.randomUUID(), 1);
        UUID referralId = neighbours.refer(EARLY);

        holdRound();

        assertThat(state(referralId)).isEqualTo("WAITING");
        var reason = door.get("/api/decisions/" + referralId).json().path("reasons").get(0);
        assertThat(reason.path("courseId").asString()).isEqualTo(courseId.toString());
        assertThat(reason.path("exclusions").get(0).asString()).isEqualTo("PROVIDER_NOT_ADMITTED");
    }

    @Test
    void a_round_that_fails_its_verification_makes_no_offer_at_all() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        referee.findFault(true);

        Reply round = holdRound();

        assertThat(round.json().path("passed").asBoolean()).isFalse();
        assertThat(round.json().path("offered").asInt()).isZero();
        assertThat(state(referralId)).isEqualTo("WAITING");
        Reply shown = door.get("/api/rounds/" + round.json().path("roundId").asString());
        assertThat(shown.json().path("verdicts").get(0).path("detail").asString())
                .isEqualTo("planted");
        assertThat(shown.json().path("closedAt").isMissingNode()).isFalse();
        assertThat(stored("PlacementHistory.Decided", referralId)).isZero();
    }

    @Test
    void a_round_interrupted_between_two_offers_is_finished_and_offers_nothing_twice() {
        neighbours.schedule(3);
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(neighbours.refer(EARLY.plusDays(i)));
        }
        AtomicInteger offers = new AtomicInteger();
        var deadly =
                commandBus.registerDispatchInterceptor(
                        messages ->
                                (i, message) -> {
                                    if (message.getPayload() instanceof OfferPlace
                                            && offers.incrementAndGet() == 2) {
                                        throw new IllegalStateException("the power is cut");
                                    }
                                    return message;
                                });
        try {
            assertThatThrownBy(() -> rounds.holdNow(RoundKind.ON_COMMAND, Map.of()))
                    .hasMessage("the power is cut");
        } finally {
            deadly.cancel();
        }
        assertThat(people).filteredOn(p -> state(p).equals("OFFERED")).hasSize(1);

        rounds.finishInterrupted();
        rounds.finishInterrupted();

        assertThat(people).allSatisfy(p -> assertThat(state(p)).isEqualTo("OFFERED"));
        assertThat(people)
                .allSatisfy(p -> assertThat(stored("PlacementHistory.Offered", p)).isEqualTo(1));
        assertThat(
                        jdbc.sql("select count(*) from clearing_round where closed_at is null")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void who_keeps_waiting_moves_up_and_the_held_place_goes_to_the_next() {
        neighbours.admit("traeger-02");
        UUID second = neighbours.schedule("traeger-02", 1);
        UUID dearest = UUID.randomUUID();
        UUID referralId = neighbours.refer(EARLY, List.of(new Wish(Neighbours.PROVIDER, dearest)));
        holdRound();
        answer(
                openOffer(referralId),
                "acceptance",
                "{\"answeredBy\":\"PERSON\",\"keepsWaiting\":true}");
        assertThat(state(referralId)).isEqualTo("KEEPS_WAITING");
        UUID next = neighbours.refer(LATE);
        neighbours.say(Neighbours.course(dearest, Neighbours.PROVIDER, 1));
        holdRound();

        assertThat(answer(openOffer(referralId), "acceptance", ACCEPTED).status()).isEqualTo(200);
        rounds.refill();

        assertThat(state(referralId)).isEqualTo("PLACED");
        var places = door.get("/api/courses/" + second + "/places").json();
        assertThat(places.path("accepted").asInt()).isZero();
        assertThat(places.path("offered").asInt()).isEqualTo(1);
        assertThat(state(next)).isEqualTo("OFFERED");
    }

    @Test
    void a_cancelled_course_sends_its_people_back_and_those_who_accepted_stand_first() {
        UUID courseId = neighbours.schedule(1);
        UUID unlucky = neighbours.refer(LATE);
        holdRound();
        answer(openOffer(unlucky), "acceptance", ACCEPTED);
        neighbours.say(new CourseCancelled(courseId, CancellationReason.NO_TEACHER));
        assertThat(state(unlucky)).isEqualTo("WAITING");

        UUID longer = neighbours.refer(EARLY);
        neighbours.schedule(1);
        rounds.refill();

        assertThat(state(unlucky)).isEqualTo("OFFERED");
        assertThat(state(longer)).isEqualTo("WAITING");
    }

    @Test
    void six_weeks_are_warned_of_and_their_breach_is_a_fact() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 10, 19));
        deadlines.watchClocks();
        assertThat(stored("PlacementHistory.Warned", referralId)).isEqualTo(1);
        clock.set(
                LocalDate.of(2026, 12, 1)
                        .atTime(LocalTime.NOON)
                        .atZone(clock.getZone())
                        .toInstant());
        deadlines.watchClocks();
        deadlines.watchClocks();
        assertThat(stored("PlacementHistory.Breached", referralId)).isEqualTo(1);
    }

    @Test
    void the_lottery_number_is_for_life() {
        UUID referralId = neighbours.refer(EARLY);
        holdRound();
        String drawn = lotteryNumber(referralId);
        holdRound();
        assertThat(lotteryNumber(referralId)).isEqualTo(drawn).hasSize(64);
    }

    @Test
    void the_input_of_a_round_names_what_it_rests_on() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = neighbours.refer(EARLY);
        String roundId = holdRound().json().path("roundId").asString();
        String opened =
                jdbc.sql(
                                """
                                select convert_from(payload, 'UTF8') from event
                                where aggregate_id = ? and type = 'ClearingRoundHistory.Opened'
                                """)
                        .param(roundId)
                        .query(String.class)
                        .single();
        assertThat(opened)
                .contains("kim.referrals/" + referralId)
                .contains("kim.profiles/" + referralId)
                .contains("kim.allocations/" + referralId)
                .contains("kim.courses/" + courseId)
                .contains("kim.allocations/" + courseId)
                .contains("kim.courses/" + Neighbours.PROVIDER);
    }

    @Test
    void tables_rebuilt_from_zero_equal_the_live_ones() {
        neighbours.schedule(2);
        UUID first = neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);
        neighbours.refer(LATE.plusDays(1));
        holdRound();
        answer(openOffer(first), "acceptance", ACCEPTED);
        answer(openOffer(next), "decline", DECLINED);
        rounds.refill();
        List<String> live = tables();

        rebuild.run();

        assertThat(tables()).isEqualTo(live);
    }

    private String lotteryNumber(UUID referralId) {
        return jdbc.sql(
                        """
                        select number from lottery_number n
                        join placement p using (person) where p.referral_id = ?
                        """)
                .param(referralId)
                .query(String.class)
                .single();
    }

    private List<String> tables() {
        List<String> rows = new ArrayList<>();
        for (String table :
                List.of(
                        "course_places",
                        "placement",
                        "placement_declined",
                        "placement_expired",
                        "offer",
                        "decision",
                        "clearing_round",
                        "rulebook",
                        "clock_shown",
                        "places_shown",
                        "cut_off")) {
            jdbc.sql("select t::text from " + table + " t order by 1")
                    .query(String.class)
                    .list()
                    .forEach(row -> rows.add(table + row));
        }
        return rows;
    }
}
