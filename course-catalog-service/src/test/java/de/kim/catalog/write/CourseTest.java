package de.kim.catalog.write;

import static de.kim.catalog.write.Samples.ANNA;
import static de.kim.catalog.write.Samples.ANNA_STARTED;
import static de.kim.catalog.write.Samples.BELA;
import static de.kim.catalog.write.Samples.EVERYTHING;
import static de.kim.catalog.write.Samples.ID;
import static de.kim.catalog.write.Samples.MONDAY;
import static de.kim.catalog.write.Samples.PLAN;
import static de.kim.catalog.write.Samples.PROVIDER;
import static de.kim.catalog.write.Samples.SCHEDULED;
import static de.kim.catalog.write.Samples.STARTED;
import static de.kim.catalog.write.Samples.TERMS;
import static de.kim.catalog.write.Samples.TODAY;
import static de.kim.catalog.write.Samples.VENUE;
import static de.kim.catalog.write.Samples.interrupted;
import static de.kim.catalog.write.Samples.plan;
import static de.kim.catalog.write.Samples.rescheduled;
import static de.kim.catalog.write.Samples.schedule;
import static de.kim.catalog.write.Samples.section;
import static de.kim.catalog.write.Samples.start;
import static de.kim.kit.testing.RefusedWith.refused;

import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Interruption;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.kit.heard.RulesInForce;
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
    private static final CourseTerms ONLINE = new CourseTerms(null, false, false, true);

    /** As the first version of the service stored it. */
    private static final CourseHistory OLD =
            new CourseHistory.Scheduled(
                    ID,
                    PROVIDER,
                    CourseType.GENERAL,
                    PLAN.sections(),
                    PLAN.times(),
                    VENUE,
                    false,
                    false,
                    false,
                    20,
                    null,
                    null,
                    null,
                    null,
                    null);

    private FixtureConfiguration<Course> course;

    @BeforeEach
    void prepare() {
        course = fixture(EVERYTHING);
    }

    static FixtureConfiguration<Course> fixture(Admissions.Admission... admitted) {
        Admissions admissions = (provider, type, on) -> List.of(admitted);
        return new AggregateTestFixture<>(Course.class)
                .registerInjectableResource(Samples.CLOCK)
                .registerInjectableResource((RulesInForce) instant -> Rulebooks.FIRST)
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
        course = fixture();
        refusedPlan(CourseType.GENERAL, PLAN, CatalogRefusal.PROVIDER_NOT_ADMITTED);
    }

    @Test
    void an_online_course_needs_an_admission_for_online_courses() {
        course = fixture(new Admissions.Admission(false, List.of()));
        course.givenNoPriorActivity()
                .when(schedule(CourseType.GENERAL, PLAN, ONLINE, new Places(20, 0)))
                .expectException(refused(CatalogRefusal.NOT_ADMITTED_ONLINE));
        course.given(SCHEDULED)
                .when(new RescheduleCourse(ID, PLAN, new ChangedTerms(null, null, null, true)))
                .expectException(refused(CatalogRefusal.NOT_ADMITTED_ONLINE));
    }

    @ParameterizedTest
    @CsvSource({"03404000,true", "03404,true", "03,true", "03459,false", "034040001,false"})
    void a_course_is_held_where_its_provider_is_admitted(String area, boolean admitted) {
        course = fixture(new Admissions.Admission(true, List.of("03241001", area)));
        var result = course.givenNoPriorActivity().when(schedule(CourseType.GENERAL, PLAN, 20));
        if (admitted) {
            result.expectEvents(SCHEDULED);
        } else {
            result.expectException(refused(CatalogRefusal.NOT_ADMITTED_IN_AREA));
        }
    }

    @Test
    void an_online_course_is_held_nowhere() {
        course = fixture(new Admissions.Admission(true, List.of("03241001")));
        course.givenNoPriorActivity()
                .when(schedule(CourseType.GENERAL, PLAN, ONLINE, new Places(20, 0)))
                .expectSuccessfulHandlerExecution();
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
                new CoursePlan(PLAN.sections(), PLAN.times(), venue, List.of()),
                CatalogRefusal.VENUE_OUT_OF_RANGE);
    }

    @Test
    void the_same_plan_again_changes_nothing() {
        course.given(SCHEDULED)
                .when(new RescheduleCourse(ID, PLAN, ChangedTerms.NONE))
                .expectNoEvents();
        course.given(SCHEDULED)
                .when(new RescheduleCourse(ID, PLAN, new ChangedTerms(null, false, null, false)))
                .expectNoEvents();
    }

    @Test
    void the_terms_change_alone_and_stay_changed() {
        ChangedTerms childcare = new ChangedTerms(CourseExtent.FULL_TIME, true, null, null);
        course.given(SCHEDULED)
                .when(new RescheduleCourse(ID, PLAN, childcare))
                .expectEvents(rescheduled(PLAN, childcare));
        course.given(SCHEDULED, rescheduled(PLAN, childcare))
                .when(new RescheduleCourse(ID, PLAN, childcare))
                .expectNoEvents();
    }

    @Test
    void interruptions_lie_in_the_course_one_after_the_other() {
        LocalDate last = PLAN.ends();
        Interruption first = new Interruption(TODAY, TODAY.plusDays(3));
        course.given(SCHEDULED)
                .when(
                        new RescheduleCourse(
                                ID,
                                interrupted(first, new Interruption(last, last)),
                                ChangedTerms.NONE))
                .expectSuccessfulHandlerExecution();
        refusedInterruptions(
                CatalogRefusal.INTERRUPTIONS_OVERLAP,
                first,
                new Interruption(TODAY.plusDays(3), TODAY.plusDays(4)));
        refusedInterruptions(
                CatalogRefusal.INTERRUPTIONS_OVERLAP,
                new Interruption(TODAY.plusDays(2), TODAY.plusDays(1)));
        refusedInterruptions(
                CatalogRefusal.INTERRUPTION_OUTSIDE_COURSE,
                new Interruption(TODAY.minusDays(1), TODAY));
        refusedInterruptions(
                CatalogRefusal.INTERRUPTION_OUTSIDE_COURSE,
                new Interruption(last, last.plusDays(1)));
    }

    @Test
    void the_same_languages_in_another_order_change_nothing() {
        course.given(SCHEDULED)
                .when(new ChangeHelpLanguages(ID, List.of("uk", "ar", "uk")))
                .expectNoEvents();
        course.given(SCHEDULED)
                .when(new ChangeHelpLanguages(ID, List.of()))
                .expectEvents(new CourseHistory.HelpLanguagesChanged(ID, List.of()));
    }

    @Test
    void places_kept_back_count_for_the_group_and_stay_unless_said_otherwise() {
        course.givenNoPriorActivity()
                .when(schedule(CourseType.GENERAL, PLAN, TERMS, new Places(23, 3)))
                .expectException(refused(CatalogRefusal.OVER_GROUP_MAXIMUM));
        course.given(SCHEDULED)
                .when(new ChangePlaces(ID, 22, 3))
                .expectEvents(new CourseHistory.PlacesChanged(ID, 22, 3));
        course.given(SCHEDULED, new CourseHistory.PlacesChanged(ID, 20, 3))
                .when(new ChangePlaces(ID, 23, null))
                .expectException(refused(CatalogRefusal.OVER_GROUP_MAXIMUM));
        course.given(SCHEDULED, new CourseHistory.PlacesChanged(ID, 20, 3))
                .when(new ChangePlaces(ID, 20, null))
                .expectNoEvents();
    }

    @Test
    void a_course_stored_before_there_were_terms_is_read_as_having_none() {
        course.given(OLD, new CourseHistory.PlacesChanged(ID, 18, null))
                .when(new ChangePlaces(ID, 25, null))
                .expectEvents(new CourseHistory.PlacesChanged(ID, 25, 0));
        course.given(OLD).when(new RescheduleCourse(ID, PLAN, ChangedTerms.NONE)).expectNoEvents();
        course.given(OLD).when(new ChangeHelpLanguages(ID, List.of())).expectNoEvents();
    }

    @Test
    void confirming_another_number_changes_the_places_first() {
        course.given(SCHEDULED)
                .when(new ConfirmPlaces(ID, 18, 1, PROVIDER))
                .expectEvents(
                        new CourseHistory.PlacesChanged(ID, 18, 1),
                        new CourseHistory.PlacesConfirmed(ID, 18, TODAY, 1, PROVIDER));
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
                new CoursePlan(List.of(sections), List.of(MONDAY), VENUE, List.of()),
                refusal);
    }

    private void refusedTimes(CatalogRefusal refusal, WeeklyTime... times) {
        refusedPlan(
                CourseType.GENERAL,
                new CoursePlan(PLAN.sections(), List.of(times), VENUE, List.of()),
                refusal);
    }

    private void refusedInterruptions(CatalogRefusal refusal, Interruption... interruptions) {
        refusedPlan(CourseType.GENERAL, interrupted(interruptions), refusal);
    }

    private void refusedPlan(CourseType type, CoursePlan plan, CatalogRefusal refusal) {
        course.givenNoPriorActivity()
                .when(schedule(type, plan, 10))
                .expectException(refused(refusal));
    }
}
