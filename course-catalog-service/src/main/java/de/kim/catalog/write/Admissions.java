package de.kim.catalog.write;

import de.kim.events.CourseType;
import de.kim.events.Venue;
import java.time.LocalDate;
import java.util.List;

/** Who is admitted for what, as the course needs to know when it is planned. */
@FunctionalInterface
public interface Admissions {
    /** The provider's admissions for this type that hold on this day. */
    List<Admission> holding(String providerId, CourseType courseType, LocalDate on);

    /**
     * One of them.
     *
     * @param area municipality keys or their beginnings; empty: everywhere
     */
    record Admission(boolean online, List<String> area) {
        public Admission {
            area = List.copyOf(area);
        }

        boolean covers(Venue venue) {
            return area.isEmpty() || area.stream().anyMatch(venue.municipality()::startsWith);
        }
    }
}
