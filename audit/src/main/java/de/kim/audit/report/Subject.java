package de.kim.audit.report;

import de.kim.audit.fold.Ending;
import de.kim.audit.fold.Place;
import de.kim.audit.fold.Registration;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportCourse;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One referral of the report's period, with what it is joined with.
 *
 * @param profile null when it was erased or has not arrived
 * @param course the course that was begun, else the one whose place is held; null when none
 */
public record Subject(
        ReportCase row,
        Registration registration,
        @Nullable ProfileAttributes profile,
        @Nullable ReportCourse course) {

    /** What the report groups by and a person may have erased. */
    public record ProfileAttributes(
            String gender, String municipality, String nationalityGroup, boolean childcareNeeded) {}

    static final String NOT_KNOWN = "NOT_KNOWN";

    boolean isTested() {
        return row.tested() != null;
    }

    boolean isOffered() {
        return row.offers().made() > 0;
    }

    boolean isAccepted() {
        return row.place().acceptedAt() != null;
    }

    boolean isStarted() {
        return row.place().started() != null;
    }

    boolean isCompleted() {
        Place.Started started = row.place().started();
        return started != null
                && course != null
                && course.courseId().equals(started.courseId())
                && course.completedOn() != null;
    }

    /** Whether it ended without a start. */
    boolean isLost() {
        return !isStarted() && row.ending() != null;
    }

    /** Whether it neither ended, nor has a place. */
    boolean isWaiting() {
        return !isStarted() && row.ending() == null && row.place().held() == null;
    }

    /** Where it stands: one thing each. */
    String state() {
        if (isStarted()) {
            return "STARTED";
        }
        return isLost() ? "LOST" : isWaiting() ? "WAITING" : "PLACED";
    }

    boolean isEnteredInError() {
        return row.ending() != null && row.ending().how() == Ending.How.ENTERED_IN_ERROR;
    }

    /** Why it was lost, such as {@code WITHDRAWN_MOVED_AWAY}. */
    String lossCode() {
        Ending ending = Objects.requireNonNull(row.ending());
        return switch (ending.how()) {
            case WITHDRAWN, ENTITLEMENT_ENDED -> ending.how() + "_" + ending.reason();
            case INTEREST_LAPSED, ERASED, ENTERED_IN_ERROR -> ending.how().name();
        };
    }

    /** Why it waits, by code. */
    List<String> waitingReasons() {
        if (row.offers().open() != null) {
            return List.of("ANSWER_OPEN");
        }
        if (row.queuedOn() == null) {
            return List.of(isTested() ? "NOT_QUEUED_YET" : "NOT_TESTED_YET");
        }
        return row.waitingFor().isEmpty() ? List.of("NO_ROUND_YET") : row.waitingFor();
    }

    /** What was done about a course that had not begun in six weeks, by code. */
    List<String> doneAfterSixWeeks() {
        List<String> done = new ArrayList<>();
        if (row.sixWeeks().warned()) {
            done.add("WARNED_BEFORE");
        }
        if (row.sixWeeks().otherCourseNamed()) {
            done.add("OTHER_COURSE_NAMED");
        }
        if (row.offers().made() > 0) {
            done.add("PLACE_OFFERED");
        }
        return done.isEmpty() ? List.of("NOTHING_RECORDED") : done;
    }

    @Nullable LocalDate startedOn() {
        Place.Started started = row.place().started();
        return started == null ? null : started.on();
    }

    /** The real start, else the planned one of the held place. */
    @Nullable LocalDate plannedStart() {
        Place.Held held = row.place().held();
        return startedOn() != null ? startedOn() : held == null ? null : held.startsOn();
    }

    /** The last day on which it was observed: its ending, else the day of the report. */
    LocalDate observedUntil(LocalDate reportDay) {
        Ending ending = row.ending();
        return ending != null && ending.on().isBefore(reportDay) ? ending.on() : reportDay;
    }

    String courseType() {
        if (course != null && course.plan() != null) {
            return course.plan().type().name();
        }
        CourseType recommended = row.tested() == null ? null : row.tested().recommended();
        return recommended == null ? NOT_KNOWN : recommended.name();
    }

    String provider() {
        return course == null || course.plan() == null ? NOT_KNOWN : course.plan().providerId();
    }

    String legalBasis() {
        return registration.legalBasis().name();
    }

    String obligation() {
        return isObliged(registration.legalBasis()) ? "OBLIGED" : "VOLUNTARY";
    }

    static boolean isObliged(LegalBasis basis) {
        return switch (basis) {
            case OBLIGED_ABH, OBLIGED_JOBCENTER, OBLIGED_ASYLBLG -> true;
            case ENTITLED_44_1, COOPERATION_PLAN_5A, ADMITTED_44_4, RESETTLER_BVFG_9, SELF_PAYER ->
                    false;
        };
    }

    String municipality() {
        return profile == null ? NOT_KNOWN : profile.municipality();
    }

    String gender() {
        return profile == null ? NOT_KNOWN : profile.gender();
    }

    String nationalityGroup() {
        return profile == null ? NOT_KNOWN : profile.nationalityGroup();
    }

    String childcare() {
        return profile == null
                ? NOT_KNOWN
                : profile.childcareNeeded() ? "CHILDCARE_NEEDED" : "NO_CHILDCARE_NEEDED";
    }

    /** Whether the placement test recommends a course in which people learn to write. */
    String literacy() {
        CourseType recommended = row.tested() == null ? null : row.tested().recommended();
        return recommended == null ? NOT_KNOWN : learnsToWrite(recommended);
    }

    private static String learnsToWrite(CourseType type) {
        return switch (type) {
            case LITERACY, SECOND_SCRIPT, LOW_LITERACY -> "LEARNS_TO_WRITE";
            case GENERAL, INTENSIVE, SPECIAL_SUPPORT, SENSORY, YOUTH, PARENTS, WOMEN, REPEAT ->
                    "WRITES";
        };
    }

    static Subject of(
            ReportCase row, @Nullable ProfileAttributes profile, @Nullable ReportCourse course) {
        return new Subject(row, Objects.requireNonNull(row.registration()), profile, course);
    }
}
