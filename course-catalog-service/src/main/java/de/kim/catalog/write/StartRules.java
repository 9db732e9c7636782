package de.kim.catalog.write;

import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must hold of a report about who came, and of the day it is about. */
final class StartRules {
    private static final LocalDate FIRST_COURSES = LocalDate.of(2005, 1, 1);

    private StartRules() {}

    static void check(StartCourse report, @Nullable LocalDate startedOn, LocalDate today) {
        checkReported(report.startedOn(), startedOn, today);
        Set<UUID> people = new HashSet<>(report.started());
        people.addAll(report.missing());
        if (people.size() < report.started().size() + report.missing().size()) {
            throw new Refused(CatalogRefusal.PARTICIPANT_TWICE);
        }
    }

    /** A report is about a day that was: not before the course began, and not to come. */
    static void checkReported(LocalDate day, @Nullable LocalDate startedOn, LocalDate today) {
        if (day.isAfter(today)) {
            throw new Refused(CatalogRefusal.DAY_IN_FUTURE);
        }
        if (day.isBefore(FIRST_COURSES)) {
            throw new Refused(CatalogRefusal.DATE_OUT_OF_RANGE);
        }
        if (startedOn != null && day.isBefore(startedOn)) {
            throw new Refused(CatalogRefusal.BEFORE_COURSE_START);
        }
    }
}
