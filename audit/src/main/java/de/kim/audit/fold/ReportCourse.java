package de.kim.audit.fold;

import de.kim.events.CancellationReason;
import de.kim.events.CourseType;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the report knows of one course: one row.
 *
 * @param plan null as long as only allocation spoke of the course
 * @param capacity places in force
 */
public record ReportCourse(
        UUID courseId,
        @Nullable Plan plan,
        int capacity,
        @Nullable CancellationReason cancelled,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        Conduct conduct) {

    /**
     * The course as its provider planned it.
     *
     * @param municipality AGS of the venue
     * @param places the places asked for
     */
    public record Plan(
            String providerId,
            CourseType type,
            String municipality,
            @Nullable LocalDate begins,
            int places) {

        Plan moved(String newMunicipality, @Nullable LocalDate newBegin) {
            return new Plan(providerId, type, newMunicipality, newBegin, places);
        }

        Plan asking(int newPlaces) {
            return new Plan(providerId, type, municipality, begins, newPlaces);
        }
    }

    /** As long as nothing is known of it. */
    public static ReportCourse of(UUID courseId) {
        return new ReportCourse(courseId, null, 0, null, null, null, Conduct.NONE);
    }

    ReportCourse planned(@Nullable Plan is) {
        return new ReportCourse(courseId, is, capacity, cancelled, startedOn, completedOn, conduct);
    }

    ReportCourse withCapacity(int is) {
        return new ReportCourse(courseId, plan, is, cancelled, startedOn, completedOn, conduct);
    }

    ReportCourse cancelled(CancellationReason reason) {
        return new ReportCourse(courseId, plan, capacity, reason, startedOn, completedOn, conduct);
    }

    ReportCourse started(LocalDate on) {
        return new ReportCourse(courseId, plan, capacity, cancelled, on, completedOn, conduct);
    }

    ReportCourse completed(LocalDate on) {
        return new ReportCourse(courseId, plan, capacity, cancelled, startedOn, on, conduct);
    }

    ReportCourse with(Conduct is) {
        return new ReportCourse(courseId, plan, capacity, cancelled, startedOn, completedOn, is);
    }
}
