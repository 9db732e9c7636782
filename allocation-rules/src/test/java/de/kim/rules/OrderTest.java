package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.LegalBasis;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both orders, seen from outside: who gets the one place, which of two places is offered. */
class OrderTest {
    private static UUID placeOf(int person, ARound round) {
        Map<UUID, Assignment> places = round.decide().byReferral();
        return Objects.requireNonNull(places.get(APerson.referral(person))).courseId();
    }

    private static UUID winner(APerson a, APerson b, ACourse course) {
        return ARound.of(a, b).with(course).decide().assignments().get(0).referralId();
    }

    @Test
    void statutory_priority_comes_before_everything_else() {
        APerson first =
                APerson.number(2).entitled(LegalBasis.OBLIGED_JOBCENTER, "2026-09-01", null);
        APerson other = APerson.number(1).registered("2026-01-01").lostPlace().needsChildcare();
        assertThat(winner(first, other, ACourse.number(1).withChildcare()))
                .isEqualTo(APerson.referral(2));
    }

    @Test
    void priority_that_lapses_before_the_start_is_none() {
        APerson lapsed =
                APerson.number(1)
                        .alsoEntitled(LegalBasis.COOPERATION_PLAN_5A, "2026-01-01", "2026-12-06");
        APerson longer = APerson.number(2).registered("2026-09-30");
        assertThat(winner(lapsed, longer, ACourse.number(1))).isEqualTo(APerson.referral(2));
    }

    @Test
    void who_lost_a_place_comes_before_who_needs_childcare_or_waits_longer() {
        APerson lost = APerson.number(2).lostPlace();
        APerson other = APerson.number(1).registered("2026-01-01").needsChildcare();
        assertThat(winner(lost, other, ACourse.number(1).withChildcare()))
                .isEqualTo(APerson.referral(2));
    }

    @Test
    void who_needs_childcare_comes_first_where_there_is_some() {
        APerson parent = APerson.number(2).needsChildcare();
        APerson longer = APerson.number(1).registered("2026-01-01");
        assertThat(winner(parent, longer, ACourse.number(1).withChildcare()))
                .isEqualTo(APerson.referral(2));
    }

    @Test
    void who_needs_an_accessible_venue_comes_first_where_it_is_one() {
        APerson wheelchair = APerson.number(2).needsAccessibility();
        APerson longer = APerson.number(1).registered("2026-01-01");
        assertThat(winner(wheelchair, longer, ACourse.number(1).accessible()))
                .isEqualTo(APerson.referral(2));
    }

    @Test
    void who_waits_longer_comes_first() {
        APerson longer = APerson.number(2).registered("2026-09-30").lottery("f");
        APerson shorter = APerson.number(1).registered("2026-10-01").lottery("0");
        assertThat(winner(longer, shorter, ACourse.number(1))).isEqualTo(APerson.referral(2));
    }

    @Test
    void the_lower_lottery_number_decides_between_equals() {
        assertThat(
                        winner(
                                APerson.number(1).lottery("8"),
                                APerson.number(2).lottery("7f"),
                                ACourse.number(1)))
                .isEqualTo(APerson.referral(2));
    }

    @Test
    void the_referral_id_is_the_last_resort() {
        assertThat(
                        winner(
                                APerson.number(1).lottery("8"),
                                APerson.number(2).lottery("8"),
                                ACourse.number(1)))
                .isEqualTo(APerson.referral(1));
    }

    @Test
    void ids_are_ordered_as_text_and_not_as_signed_numbers() {
        UUID low = UUID.fromString("00000000-0000-0000-8000-000000000000");
        UUID middle = UUID.fromString("7fffffff-0000-0000-0000-000000000000");
        UUID high = UUID.fromString("80000000-0000-0000-0000-000000000000");
        assertThat(Ids.ORDER.compare(low, middle)).isNegative();
        assertThat(Ids.ORDER.compare(middle, high)).isNegative();
        assertThat(Ids.ORDER.compare(new UUID(0, 0), low)).isNegative();
    }

    @Test
    void own_wishes_come_before_an_earlier_start() {
        ACourse early = ACourse.number(1);
        ACourse wished = ACourse.number(2).begins("2027-02-01");
        APerson person = APerson.number(1).wishes(wished);
        assertThat(placeOf(1, ARound.of(person).with(early, wished))).isEqualTo(ACourse.id(2));
    }

    @Test
    void wishes_count_in_their_order() {
        ACourse second = ACourse.number(1);
        ACourse first = ACourse.number(2).of("provider-2");
        APerson person =
                APerson.number(1)
                        .wishesProvider("provider-2")
                        .wishes(second)
                        .wishesProvider("provider-2");
        assertThat(placeOf(1, ARound.of(person).with(second, first))).isEqualTo(ACourse.id(2));
    }

    @Test
    void the_earlier_start_comes_before_the_shorter_distance() {
        ACourse near = ACourse.number(1).begins("2026-12-08");
        ACourse early = ACourse.number(2).at(52408900, 7972800);
        assertThat(placeOf(1, ARound.of(APerson.number(1)).with(near, early)))
                .isEqualTo(ACourse.id(2));
    }

    @Test
    void the_shorter_distance_comes_before_the_course_id() {
        ACourse far = ACourse.number(1).at(52408900, 7972800);
        ACourse near = ACourse.number(2);
        assertThat(placeOf(1, ARound.of(APerson.number(1)).with(far, near)))
                .isEqualTo(ACourse.id(2));
    }

    @Test
    void the_course_id_is_the_last_resort_within_the_same_kilometre() {
        ACourse first = ACourse.number(1).at(52284000, 8047200);
        ACourse second = ACourse.number(2).at(52277000, 8047200);
        assertThat(placeOf(1, ARound.of(APerson.number(1)).with(second, first)))
                .isEqualTo(ACourse.id(1));
    }
}
