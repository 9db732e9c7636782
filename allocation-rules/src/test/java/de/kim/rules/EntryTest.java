package de.kim.rules;

import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.Exclusion;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractCollectionAssert;
import org.junit.jupiter.api.Test;

/** Which section is entered, and until when. */
class EntryTest {
    private final APerson person = APerson.number(1);
    private final ACourse course = ACourse.number(1);

    private Eligibility.Finding find(ARound round) {
        RoundInput input = round.build();
        return new Eligibility(input).check(input.people().get(0), input.courses().get(0));
    }

    private AbstractCollectionAssert<?, ?, Exclusion, ?> excluded() {
        return assertThat(find(ARound.of(person).with(course)).exclusions());
    }

    private static WeeklyTime time(DayOfWeek day, int from, int to) {
        return new WeeklyTime(day, LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    @Test
    void the_later_section_of_a_course_that_began_before_is_entered() {
        person.recommended(CourseType.GENERAL, 3);
        course.begins("2026-10-05");
        Section entered = Objects.requireNonNull(find(ARound.of(person).with(course)).section());
        assertThat(entered.number()).isEqualTo(3);
        assertThat(entered.begins()).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    @Test
    void a_course_without_the_recommended_section_is_a_mismatch() {
        course.sections(ACourse.sections("2026-12-07", 2, 7));
        excluded().containsExactly(Exclusion.SECTION_MISMATCH);
    }

    @Test
    void a_section_that_has_begun_too_long_ago_is_a_mismatch() {
        course.begins("2026-11-02");
        excluded().containsExactly(Exclusion.SECTION_MISMATCH);
    }

    @Test
    void up_to_25_teaching_units_into_a_section_may_still_be_entered() {
        // 25 UE a week: seven days
        course.begins("2026-11-16");
        excluded().isEmpty();
        course.begins("2026-11-15");
        excluded().containsExactly(Exclusion.SECTION_MISMATCH);
    }

    @Test
    void entry_never_closes_after_the_section_ends() {
        course.times(time(MONDAY, 8, 9)).sections(ACourse.sections("2026-10-28", 1, 2));
        excluded().containsExactly(Exclusion.SECTION_MISMATCH);
        course.sections(ACourse.sections("2026-10-29", 1, 2));
        excluded().isEmpty();
    }

    @Test
    void without_lesson_times_there_is_no_late_entry() {
        course.times().begins("2026-11-22");
        excluded().containsExactly(Exclusion.SECTION_MISMATCH);
        course.begins("2026-11-23");
        excluded().isEmpty();
    }

    @Test
    void a_cancelled_course_takes_nobody() {
        course.closed();
        excluded().containsExactly(Exclusion.ENTRY_CLOSED);
    }

    @Test
    void a_course_whose_sections_have_all_begun_takes_nobody() {
        course.sections(ACourse.sections("2026-11-02", 1, 1));
        excluded().containsExactly(Exclusion.SECTION_MISMATCH, Exclusion.ENTRY_CLOSED);
    }

    @Test
    void a_course_type_that_ended_takes_nobody_in_courses_begun_later() {
        person.recommended(CourseType.WOMEN, 3);
        course.type(CourseType.WOMEN).sections(ACourse.sections("2026-12-07", 3, 7));
        excluded().containsExactly(Exclusion.ENTRY_CLOSED);
    }

    @Test
    void a_course_begun_before_its_type_ended_goes_on() {
        person.recommended(CourseType.WOMEN, 2);
        course.type(CourseType.WOMEN)
                .sections(
                        List.of(
                                new Section(
                                        1, LocalDate.of(2025, 4, 30), LocalDate.of(2025, 6, 30)),
                                new Section(
                                        2, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 30))));
        excluded().isEmpty();
    }

    @Test
    void a_course_type_has_no_courses_before_it_came_into_force() {
        person.recommended(CourseType.LOW_LITERACY, 2);
        course.type(CourseType.LOW_LITERACY)
                .sections(
                        List.of(
                                new Section(
                                        1, LocalDate.of(2025, 4, 30), LocalDate.of(2025, 6, 30)),
                                new Section(
                                        2, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 30))));
        excluded().containsExactly(Exclusion.ENTRY_CLOSED);
    }
}
