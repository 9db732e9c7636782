package de.kim.simulator;

import de.kim.events.Section;
import de.kim.rules.Course;
import java.time.LocalDate;

/** A course and its places as they fill. */
final class Seats {
    private final PlannedCourse planned;
    private int free;

    Seats(PlannedCourse planned) {
        this.planned = planned;
        this.free = planned.course().freePlaces();
    }

    PlannedCourse planned() {
        return planned;
    }

    int free() {
        return free;
    }

    void take() {
        if (free == 0) {
            throw new IllegalStateException(planned.course().courseId() + " was oversold");
        }
        free--;
    }

    void giveBack() {
        free++;
    }

    /** Whether some section may still be entered; the rule decides which. */
    boolean goesOn(LocalDate day) {
        for (Section section : planned.course().sections()) {
            if (!section.ends().isBefore(day)) {
                return true;
            }
        }
        return false;
    }

    /** As it stands in a round. */
    Course now() {
        Course c = planned.course();
        return new Course(
                c.courseId(),
                c.providerId(),
                c.type(),
                c.sections(),
                c.times(),
                c.venue(),
                c.childcare(),
                c.womenOnly(),
                c.online(),
                free,
                c.version(),
                c.open());
    }
}
