package de.kim.catalog.write;

import static de.kim.catalog.write.Samples.ANNA;
import static de.kim.catalog.write.Samples.ANNA_STARTED;
import static de.kim.catalog.write.Samples.BELA;
import static de.kim.catalog.write.Samples.ID;
import static de.kim.catalog.write.Samples.MONDAY;
import static de.kim.catalog.write.Samples.PLAN;
import static de.kim.catalog.write.Samples.SCHEDULED;
import static de.kim.catalog.write.Samples.STARTED;
import static de.kim.catalog.write.Samples.TODAY;
import static de.kim.catalog.write.Samples.VENUE;
import static de.kim.catalog.write.Samples.plan;
import static de.kim.catalog.write.Samples.schedule;
import static de.kim.catalog.write.Samples.section;
import static de.kim.catalog.write.Samples.start;
import static de.kim.kit.testing.RefusedWith.refused;

import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.rules.Rulebooks;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {
    private FixtureConfiguration<Course> course;

    @BeforeEach
    void prepare() {
        admittedFor(true);
    }

    private void admittedFor(boolean everything) {
        course = fixture(everything);
    }

    static FixtureConfiguration<Course> fixture(boolean admitted) {
        Admissions admissions = (provider, type, on) -> admitted;
        return new AggregateTestFixture<>(Course.class)
                .registerInjectableResource(Samples.CLOCK)
                .registerInjectableResource(Rulebooks.FIRST)
                .registerInjectableResource(admissions);
    }

    @Test
    void a_course_may_begin_today() {
        course.givenNoPriorActivity()
                .when(schedule(CourseType.GENERAL, PLAN, 20))
                .expectEvents(SCHEDULED);
    }

    @Test
    void a_course_cannot_begin_yesterday() {
        refusedPlan(CourseType.GENERAL, plan(TODAY.minusDays(1)), CatalogRefusal.START_IN_THE_PAST);
    }

    @ParameterizedTest
    @EnumSource(names = {"YOUTH", "PARENTS", "WOMEN"})
    void special_courses_have_ended_with_april_2025(CourseType type) {
        refusedPlan(type, PLAN, CatalogRefusal.COURSE_TYPE_NOT_VALID_ON_DATE);
        refusedPlan(
                type, plan(LocalDate.of(2025, 5, 1)), CatalogRefusal.COURSE_TYPE_NOT_VALID_ON_DATE);
        refusedPlan(type, plan(LocalDate.of(2025, 4, 30)), CatalogRefusal.START_IN_THE_PAST);
    }

    @Test
    void courses_for_low_literacy_exist_since_may_2025() {
        refusedPlan(
                CourseType.LOW_LITERACY,
                plan(LocalDate.of(2025, 4, 30)),
                CatalogRefusal.COURSE_TYPE_NOT_VALID_ON_DATE);
    }

    @Test
    void a_provider_without_admission_plans_no_course() {
        admittedFor(false);
        refusedPlan(CourseType.GENERAL, PLAN, CatalogRefusal.PROVIDER_NOT_ADMITTED);
    }

    @ParameterizedTest
    @CsvSource({"GENERAL,26", "INTENSIVE,21", "LITERACY,17", "SENSORY,12"})
    void a_group_has_a_maximum(CourseType type, int places) {
        course.givenNoPriorActivity()
                .when(schedule(type, PLAN, places))
                .expectException(refused(CatalogRefusal.OVER_GROUP_MAXIMUM));
    }

    @Test
    void a_course_has_sections_in_order_and_apart() {
        refusedSections(CatalogRefusal.NO_SECTIONS);
        refusedSections(CatalogRefusal.SECTION_OUT_OF_RANGE, section(8, TODAY));
        refusedSections(
                CatalogRefusal.SECTIONS_OUT_OF_ORDER,
                section(2, TODAY),
                section(1, TODAY.plusDays(30)));
        refusedSections(
                CatalogRefusal.SECTIONS_OVERLAP, section(1, TODAY), section(2, TODAY.plusDays(29)));
        refusedSections(CatalogRefusal.SECTIONS_OVERLAP, new Section(1, TODAY, TODAY.minusDays(1)));
        refusedSections(CatalogRefusal.DATE_OUT_OF_RANGE, section(1, TODAY.plusYears(5)));
    }

    @Test
    void a_course_has_weekly_times_that_do_not_overlap() {
        refusedTimes(CatalogRefusal.NO_TIMES);
        refusedTimes(
                CatalogRefusal.TIMES_OVERLAP,
                MONDAY,
                new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(13, 0)));
    }

    @ParameterizedTest
    @CsvSource({"0340400,52279000,8047000", "03404000,0,8047000", "03404000,52279000,-8047000"})
    void a_venue_lies_in_germany(String municipality, int latitudeE6, int longitudeE6) {
        Venue venue = new Venue(municipality, latitudeE6, longitudeE6, true);
        refusedPlan(
                CourseType.GENERAL,
                new CoursePlan(PLAN.sections(), PLAN.times(), venue),
                CatalogRefusal.VENUE_OUT_OF_RANGE);
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        course.given(SCHEDULED).when(new RescheduleCourse(ID, PLAN)).expectNoEvents();
    }

    @Test
    void confirming_another_number_changes_the_places_first() {
        course.given(SCHEDULED)
                .when(new ConfirmPlaces(ID, 18))
                .expectEvents(
                        new CourseHistory.PlacesChanged(ID, 18),
                        new CourseHistory.PlacesConfirmed(ID, 18, TODAY));
    }

    @Test
    void a_start_says_who_came_and_who_did_not() {
        course.given(SCHEDULED)
                .when(start(TODAY, List.of(ANNA), List.of(BELA)))
                .expectEvents(
                        STARTED,
                        ANNA_STARTED,
                        new CourseHistory.ParticipantMissing(ID, BELA, TODAY));
    }

    @Test
    void who_enters_at_a_later_section_is_reported_once() {
        course.given(SCHEDULED, STARTED, ANNA_STARTED)
                .when(start(TODAY, List.of(ANNA, BELA), List.of()))
                .expectEvents(new CourseHistory.ParticipantStarted(ID, BELA, TODAY));
    }

    @Test
    void nobody_is_both_present_and_missing() {
        course.given(SCHEDULED)
                .when(start(TODAY, List.of(ANNA), List.of(ANNA)))
                .expectException(refused(CatalogRefusal.PARTICIPANT_TWICE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,DAY_IN_FUTURE",
        "2004-12-31,DATE_OUT_OF_RANGE",
        "2026-11-22,BEFORE_COURSE_START"
    })
    void a_report_is_about_a_day_that_was(LocalDate day, CatalogRefusal refusal) {
        course.given(SCHEDULED, STARTED)
                .when(new CompleteCourse(ID, day))
                .expectException(refused(refusal));
    }

    private void refusedSections(CatalogRefusal refusal, Section... sections) {
        refusedPlan(
                CourseType.GENERAL,
                new CoursePlan(List.of(sections), List.of(MONDAY), VENUE),
                refusal);
    }

    private void refusedTimes(CatalogRefusal refusal, WeeklyTime... times) {
        refusedPlan(
                CourseType.GENERAL,
                new CoursePlan(PLAN.sections(), List.of(times), VENUE),
                refusal);
    }

    private void refusedPlan(CourseType type, CoursePlan plan, CatalogRefusal refusal) {
        course.givenNoPriorActivity()
                .when(schedule(type, plan, 10))
                .expectException(refused(refusal));
    }
}
