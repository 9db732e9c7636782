package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OtherCoursesTest {
    private static final ACourse COURSE = ACourse.number(1);

    @Test
    void an_open_course_with_a_free_place_is_named() {
        assertThat(named(APerson.number(1), null, COURSE)).contains(ACourse.id(1));
    }

    @Test
    void a_full_course_is_not_named() {
        assertThat(named(APerson.number(1), null, ACourse.number(1).places(0))).isEmpty();
    }

    @Test
    void the_course_that_the_clock_is_about_is_not_named() {
        assertThat(named(APerson.number(1), ACourse.id(1), COURSE)).isEmpty();
    }

    @Test
    void what_the_person_can_change_their_mind_about_is_named() {
        assertThat(named(APerson.number(1).declined(COURSE, 1), null, COURSE)).isPresent();
        assertThat(named(APerson.number(1).expired(COURSE), null, COURSE)).isPresent();
        assertThat(named(APerson.number(1).onlyWishes(), null, COURSE)).isPresent();
        assertThat(named(APerson.number(1), null, ACourse.number(1).at(48_137_000, 11_575_000)))
                .isPresent();
    }

    @Test
    void what_nobody_can_wish_away_is_not_named() {
        assertThat(named(APerson.number(1).needsChildcare(), null, COURSE)).isEmpty();
        assertThat(named(APerson.number(1).withoutEntitlement(), null, COURSE)).isEmpty();
        assertThat(named(APerson.number(1), null, ACourse.number(1).closed())).isEmpty();
    }

    @Test
    void the_course_that_asks_least_comes_first_then_the_earliest() {
        ACourse declined = ACourse.number(1).begins("2026-12-01");
        ACourse late = ACourse.number(2).begins("2027-02-01");
        ACourse early = ACourse.number(3).begins("2027-01-04");
        APerson person = APerson.number(1).declined(declined, 1);
        assertThat(named(person, null, declined, late, early)).contains(ACourse.id(3));
        assertThat(named(person, ACourse.id(3), declined, late, early)).contains(ACourse.id(2));
        assertThat(named(person, ACourse.id(2), declined, late)).contains(ACourse.id(1));
    }

    private static Optional<UUID> named(
            APerson person, @Nullable UUID notThis, ACourse... courses) {
        RoundInput input = ARound.of(person).with(courses).build();
        return new OtherCourses(input).of(input.people().getFirst(), notThis);
    }
}
