package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.kit.testing.HandClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether people who wait long still want a place: asked, warned, left out, and back again. */
class InterestTest extends AllocationTestBase {
    private static final LocalDate QUEUED = LocalDate.of(2026, 11, 23);
    private static final LocalDate ASKED = QUEUED.plusDays(63);
    private static final LocalDate WARNED = ASKED.plusDays(29);
    private static final LocalDate LAPSES = WARNED.plusDays(7);

    @Test
    void who_waits_long_is_asked_warned_and_only_then_left_out() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        watchOn(ASKED.minusDays(1));
        assertThat(facts(referralId)).isEmpty();
        watchOn(ASKED);
        watchOn(ASKED.plusDays(1));
        assertThat(facts(referralId)).containsExactly("Warned INTEREST " + ASKED.plusDays(28));
        watchOn(ASKED.plusDays(28));
        assertThat(facts(referralId)).hasSize(1);
        watchOn(WARNED);
        watchOn(WARNED);
        assertThat(facts(referralId))
                .containsExactly(
                        "Warned INTEREST " + ASKED.plusDays(28),
                        "Breached INTEREST " + ASKED.plusDays(28),
                        "Warned INTEREST_LAPSE " + LAPSES);
        watchOn(LAPSES);
        assertThat(facts(referralId)).hasSize(3);
        watchOn(LAPSES.plusDays(1));
        assertThat(facts(referralId)).last().isEqualTo("Breached INTEREST_LAPSE " + LAPSES);

        // referral-service answers so
        neighbours.say(new InterestLapsed(referralId, LAPSES.plusDays(1)));
        watchOn(LAPSES.plusDays(200));
        assertThat(facts(referralId)).hasSize(4);
        clock.set(HandClock.MONDAY);
        neighbours.schedule(1);
        holdRound();
        assertThat(state(referralId)).isEqualTo("WAITING");

        neighbours.say(new InterestConfirmed(referralId, LAPSES.plusDays(201)));
        holdRound();
        assertThat(state(referralId)).isEqualTo("OFFERED");
    }

    @Test
    void a_yes_on_the_day_of_the_question_ends_it_and_the_next_one_comes_in_its_time() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        watchOn(ASKED);
        neighbours.say(new InterestConfirmed(referralId, ASKED));
        watchOn(ASKED.plusDays(62));
        assertThat(facts(referralId)).hasSize(1);
        watchOn(ASKED.plusDays(63));
        assertThat(facts(referralId)).last().isEqualTo("Warned INTEREST " + ASKED.plusDays(91));
    }

    @Test
    void a_yes_after_the_warning_is_early_enough() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        watchOn(ASKED);
        watchOn(WARNED);
        neighbours.say(new InterestConfirmed(referralId, WARNED));
        watchOn(LAPSES.plusDays(1));
        assertThat(facts(referralId)).noneMatch(fact -> fact.startsWith("Breached INTEREST_LAPSE"));
    }

    @Test
    void nobody_lapses_unasked_however_long_the_service_was_away() {
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        LocalDate back = QUEUED.plusDays(300);
        watchOn(back);
        watchOn(back);
        assertThat(facts(referralId)).containsExactly("Warned INTEREST " + back.plusDays(28));
    }

    @Test
    void who_holds_an_offer_or_a_place_is_not_asked() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));
        holdRound();
        answer(openOffer(referralId), "acceptance", "{\"answeredBy\":\"PERSON\"}");
        watchOn(ASKED);
        assertThat(facts(referralId)).isEmpty();
    }

    private void watchOn(LocalDate day) {
        clock.set(day.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant());
        deadlines.watchClocks();
        deadlines.watchInterest();
    }

    private List<String> facts(UUID referralId) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', substring(type from '[.](.*)$'), fact ->> 'clock',
                            fact ->> 'due')
                        from (select *, convert_from(payload, 'UTF8')::jsonb as fact from event
                            where aggregate_id = ?) stored
                        where fact ->> 'clock' like 'INTEREST%'
                        order by sequence
                        """)
                .param(referralId.toString())
                .query(String.class)
                .list();
    }
}
