package de.kim.catalog.write;

import de.kim.events.CourseType;
import java.time.LocalDate;

/** Who is admitted for what, as the course needs to know when it is planned. */
public interface Admissions {
    boolean admitted(String providerId, CourseType courseType, LocalDate on);
}
