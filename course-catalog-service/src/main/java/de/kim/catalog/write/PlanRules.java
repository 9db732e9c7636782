package de.kim.catalog.write;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Interruption;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.List;

/** What must hold of a plan and its places, whatever state the course is in. */
final class PlanRules {
    private static final int YEARS_AHEAD = 5;

    /** Germany's extent, in millionths of a degree. */
    private static final int SOUTH = 47_200_000;

    private static final int NORTH = 55_100_000;
    private static final int WEST = 5_800_000;
    private static final int EAST = 15_100_000;

    private PlanRules() {}

    static void check(CoursePlan plan, CourseType type, Rulebook rulebook, LocalDate today) {
        if (plan.sections().isEmpty()) {
            throw new Refused(CatalogRefusal.NO_SECTIONS);
        }
        CourseTypeRule rule = rule(type, rulebook);
        checkBegin(plan.begins(), rule, today);
        checkSections(plan.sections(), rule, today);
        checkTimes(plan.times());
        checkInterruptions(plan);
        checkVenue(plan.venue());
    }

    static void checkPlaces(Places places, CourseType type, Rulebook rulebook) {
        if (places.planned() > rule(type, rulebook).maxGroup()) {
            throw new Refused(CatalogRefusal.OVER_GROUP_MAXIMUM);
        }
    }

    private static CourseTypeRule rule(CourseType type, Rulebook rulebook) {
        return rulebook.courseTypes().stream()
                .filter(rule -> rule.type() == type)
                .findFirst()
                .orElseThrow(() -> new Refused(CatalogRefusal.COURSE_TYPE_NOT_VALID_ON_DATE));
    }

    private static void checkBegin(LocalDate begins, CourseTypeRule rule, LocalDate today) {
        boolean tooEarly = rule.begunFrom() != null && begins.isBefore(rule.begunFrom());
        boolean tooLate = rule.begunBefore() != null && !begins.isBefore(rule.begunBefore());
        if (tooEarly || tooLate) {
            throw new Refused(CatalogRefusal.COURSE_TYPE_NOT_VALID_ON_DATE);
        }
        if (begins.isBefore(today)) {
            throw new Refused(CatalogRefusal.START_IN_THE_PAST);
        }
    }

    private static void checkSections(
            List<Section> sections, CourseTypeRule rule, LocalDate today) {
        Section before = null;
        for (Section section : sections) {
            if (section.number() < 1 || section.number() > rule.sections()) {
                throw new Refused(CatalogRefusal.SECTION_OUT_OF_RANGE);
            }
            if (before != null && section.number() != before.number() + 1) {
                throw new Refused(CatalogRefusal.SECTIONS_OUT_OF_ORDER);
            }
            if (section.ends().isBefore(section.begins())
                    || before != null && !section.begins().isAfter(before.ends())) {
                throw new Refused(CatalogRefusal.SECTIONS_OVERLAP);
            }
            before = section;
        }
        if (sections.getLast().ends().isAfter(today.plusYears(YEARS_AHEAD))) {
            throw new Refused(CatalogRefusal.DATE_OUT_OF_RANGE);
        }
    }

    private static void checkTimes(List<WeeklyTime> times) {
        if (times.isEmpty()) {
            throw new Refused(CatalogRefusal.NO_TIMES);
        }
        for (int i = 0; i < times.size(); i++) {
            WeeklyTime time = times.get(i);
            if (times.subList(0, i).stream().anyMatch(earlier -> overlap(earlier, time))) {
                throw new Refused(CatalogRefusal.TIMES_OVERLAP);
            }
        }
    }

    private static boolean overlap(WeeklyTime a, WeeklyTime b) {
        return a.day() == b.day() && a.from().isBefore(b.to()) && b.from().isBefore(a.to());
    }

    private static void checkInterruptions(CoursePlan plan) {
        LocalDate after = LocalDate.MIN;
        for (Interruption interruption : plan.interruptions()) {
            if (!interruption.from().isAfter(after)
                    || interruption.until().isBefore(interruption.from())) {
                throw new Refused(CatalogRefusal.INTERRUPTIONS_OVERLAP);
            }
            if (interruption.from().isBefore(plan.begins())
                    || interruption.until().isAfter(plan.ends())) {
                throw new Refused(CatalogRefusal.INTERRUPTION_OUTSIDE_COURSE);
            }
            after = interruption.until();
        }
    }

    private static void checkVenue(Venue venue) {
        if (!venue.municipality().matches("[0-9]{8}")
                || venue.latitudeE6() < SOUTH
                || venue.latitudeE6() > NORTH
                || venue.longitudeE6() < WEST
                || venue.longitudeE6() > EAST) {
            throw new Refused(CatalogRefusal.VENUE_OUT_OF_RANGE);
        }
    }
}
