package de.kim.rules;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractCollectionAssert;
import org.junit.jupiter.api.Test;

class EligibilityTest {
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
    void a_person_whom_everything_fits_is_eligible_and_enters_the_recommended_section() {
        Eligibility.Finding finding = find(ARound.of(person).with(course));
        assertThat(finding.eligible()).isTrue();
        assertThat(Objects.requireNonNull(finding.section()).number()).isEqualTo(1);
    }

    @Test
    void a_full_course_is_open_for_being_full_is_an_outcome() {
        course.places(0);
        excluded().isEmpty();
    }

    @Test
    void another_course_type_than_the_test_recommends_is_a_mismatch() {
        course.type(CourseType.LITERACY);
        excluded().containsExactly(Exclusion.COURSE_TYPE_MISMATCH);
    }

    @Test
    void nobody_enters_without_an_entitlement() {
        person.withoutEntitlement();
        excluded().containsExactly(Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE);
    }

    @Test
    void the_admission_by_the_bamf_is_closed_for_new_ones_since_february_2026() {
        person.entitled(LegalBasis.ADMITTED_44_4, "2026-02-09", null);
        excluded().containsExactly(Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE);
        person.entitled(LegalBasis.ADMITTED_44_4, "2026-02-08", null);
        excluded().isEmpty();
    }

    @Test
    void an_obligation_under_asylblg_holds_from_18() {
        person.entitled(LegalBasis.OBLIGED_ASYLBLG, "2026-09-01", null);
        person.aged(AgeBand.FROM_16_TO_17);
        excluded().containsExactly(Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE);
        person.aged(AgeBand.FROM_18_TO_26);
        excluded().isEmpty();
    }

    @Test
    void a_legal_basis_that_the_rulebook_does_not_know_admits_to_nothing() {
        Rulebook first = Rulebooks.FIRST;
        Rulebook none = new Rulebook(2, 1, first.courseTypes(), List.of(), 25, 3, 5, 10, 25, 42);
        assertThat(find(ARound.of(person).with(course).under(none)).exclusions())
                .containsExactly(Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE);
    }

    @Test
    void an_entitlement_must_last_until_the_day_the_section_begins() {
        person.entitled(LegalBasis.ENTITLED_44_1, "2025-12-06", "2026-12-06");
        excluded().containsExactly(Exclusion.ENTITLEMENT_LAPSES_BEFORE_START);
        person.entitled(LegalBasis.ENTITLED_44_1, "2025-12-07", "2026-12-07");
        excluded().isEmpty();
    }

    @Test
    void late_entry_begins_today_and_the_entitlement_must_last_until_then() {
        course.begins("2026-11-18");
        person.entitled(LegalBasis.ENTITLED_44_1, "2025-11-20", "2026-11-22");
        excluded().containsExactly(Exclusion.ENTITLEMENT_LAPSES_BEFORE_START);
    }

    @Test
    void one_lasting_entitlement_is_enough() {
        person.entitled(LegalBasis.ENTITLED_44_1, "2025-12-06", "2026-12-06")
                .alsoEntitled(LegalBasis.OBLIGED_ABH, "2026-01-01", null);
        excluded().isEmpty();
    }

    @Test
    void an_inadmissible_entitlement_that_lasts_does_not_help() {
        person.entitled(LegalBasis.ENTITLED_44_1, "2025-12-06", "2026-12-06")
                .alsoEntitled(LegalBasis.ADMITTED_44_4, "2026-03-01", null);
        excluded().containsExactly(Exclusion.ENTITLEMENT_LAPSES_BEFORE_START);
    }

    @Test
    void a_lesson_outside_the_times_the_person_has_excludes() {
        course.times(time(MONDAY, 8, 12), time(TUESDAY, 8, 12));
        person.hasTime(time(MONDAY, 8, 12), time(TUESDAY, 8, 11));
        excluded().containsExactly(Exclusion.TIME_UNAVAILABLE);
        person.hasTime(time(MONDAY, 7, 13), time(TUESDAY, 8, 12));
        excluded().isEmpty();
    }

    @Test
    void available_times_that_touch_count_as_one() {
        course.times(time(MONDAY, 9, 13));
        person.hasTime(time(MONDAY, 11, 14), time(MONDAY, 8, 11));
        excluded().isEmpty();
        person.hasTime(time(MONDAY, 12, 14), time(MONDAY, 8, 11));
        excluded().containsExactly(Exclusion.TIME_UNAVAILABLE);
    }

    @Test
    void childcare_that_is_needed_must_be_there() {
        person.needsChildcare();
        excluded().containsExactly(Exclusion.CHILDCARE_MISSING);
        course.withChildcare();
        excluded().isEmpty();
    }

    @Test
    void an_accessible_venue_that_is_needed_must_be_there() {
        person.needsAccessibility();
        excluded().containsExactly(Exclusion.NOT_ACCESSIBLE);
        course.accessible();
        excluded().isEmpty();
    }

    @Test
    void a_venue_beyond_the_radius_is_too_far() {
        person.livesIn("03459030"); // Quakenbrück
        excluded().containsExactly(Exclusion.TOO_FAR);
        person.livesIn("03459014"); // Bramsche
        excluded().isEmpty();
    }

    @Test
    void exactly_the_radius_is_not_beyond_it() {
        // 224,830 millionths of a degree are 25 km begun, 224,840 are 26
        course.at(52276400 + 224_830, 8047200);
        excluded().isEmpty();
        course.at(52276400 + 224_840, 8047200);
        excluded().containsExactly(Exclusion.TOO_FAR);
        assertThat(find(ARound.of(person).with(course)).eligible()).isFalse();
    }

    @Test
    void an_age_band_that_reaches_the_minimum_age_meets_it() {
        Rulebook first = Rulebooks.FIRST;
        LegalBasisRule from17 =
                new LegalBasisRule(LegalBasis.ENTITLED_44_1, false, false, null, 17);
        Rulebook rules =
                new Rulebook(2, 1, first.courseTypes(), List.of(from17), 25, 3, 5, 10, 25, 42);
        person.aged(AgeBand.FROM_16_TO_17);
        assertThat(find(ARound.of(person).with(course).under(rules)).exclusions()).isEmpty();
    }

    @Test
    void a_home_without_reference_point_is_too_far_from_every_venue() {
        person.livesIn("05515000");
        excluded().containsExactly(Exclusion.TOO_FAR);
    }

    @Test
    void an_online_course_is_near_and_accessible_to_everybody() {
        person.livesIn("05515000").needsAccessibility();
        course.online();
        excluded().isEmpty();
    }

    @Test
    void the_provider_must_be_admitted_for_the_type_on_the_day_of_the_start() {
        ARound round = ARound.of(person).with(course);
        round.admitted("provider-1", "2026-12-08", "2030-01-01", CourseType.GENERAL);
        round.admitted("provider-1", "2020-01-01", "2026-12-06", CourseType.GENERAL);
        round.admitted("provider-1", "2020-01-01", "2030-01-01", CourseType.LITERACY);
        round.admitted("provider-2", "2020-01-01", "2030-01-01", CourseType.GENERAL);
        assertThat(find(round).exclusions()).containsExactly(Exclusion.PROVIDER_NOT_ADMITTED);
        round.admitted("provider-1", "2026-12-07", "2026-12-07", CourseType.GENERAL);
        assertThat(find(round).exclusions()).isEmpty();
    }

    @Test
    void who_reached_the_age_limit_is_out_of_range() {
        course.type(CourseType.YOUTH)
                .sections(
                        List.of(
                                new Section(
                                        1, LocalDate.of(2025, 4, 30), LocalDate.of(2025, 6, 30)),
                                new Section(
                                        8, LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 30))));
        person.recommended(CourseType.YOUTH, 8).aged(AgeBand.FROM_27_TO_39);
        excluded().containsExactly(Exclusion.AGE_OUT_OF_RANGE);
        person.aged(AgeBand.FROM_18_TO_26);
        excluded().isEmpty();
    }

    @Test
    void a_course_for_women_is_for_women() {
        course.womenOnly();
        person.gender(Gender.MALE);
        excluded().containsExactly(Exclusion.TARGET_GROUP);
        person.gender(Gender.FEMALE);
        excluded().isEmpty();
    }

    @Test
    void a_declined_course_comes_back_only_when_date_times_or_venue_changed() {
        course.version(2);
        person.declined(course, 2);
        excluded().containsExactly(Exclusion.DECLINED_BEFORE);
        course.version(3);
        excluded().isEmpty();
    }

    @Test
    void an_offer_that_expired_is_not_made_again_to_a_silent_person() {
        person.expired(course);
        excluded().containsExactly(Exclusion.EXPIRED_BEFORE);
    }

    @Test
    void who_wants_only_wishes_gets_nothing_else() {
        person.onlyWishes().wishesProvider("provider-2");
        excluded().containsExactly(Exclusion.NOT_WISHED);
        person.wishes(course);
        excluded().isEmpty();
    }

    @Test
    void a_wish_for_one_course_is_no_wish_for_its_provider() {
        person.onlyWishes().wishes(ACourse.number(2));
        excluded().containsExactly(Exclusion.NOT_WISHED);
    }

    @Test
    void every_failed_test_is_kept() {
        person.needsChildcare().needsAccessibility().expired(course).onlyWishes();
        course.closed();
        excluded()
                .containsExactly(
                        Exclusion.CHILDCARE_MISSING,
                        Exclusion.NOT_ACCESSIBLE,
                        Exclusion.ENTRY_CLOSED,
                        Exclusion.EXPIRED_BEFORE,
                        Exclusion.NOT_WISHED);
    }
}
