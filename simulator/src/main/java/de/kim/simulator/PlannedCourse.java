package de.kim.simulator;

import de.kim.rules.Course;
import java.time.LocalDate;

/**
 * A course that a provider plans.
 *
 * @param course with all its places
 * @param publishedOn from this day it stands in the rounds
 */
record PlannedCourse(Course course, LocalDate publishedOn) {
    LocalDate begins() {
        return course.sections().get(0).begins();
    }
}
