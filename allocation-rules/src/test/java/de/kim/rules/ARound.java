package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A round for tests, held on 23 November 2026 under rulebook 1. */
public final class ARound {
    private LocalDate heldOn = LocalDate.of(2026, 11, 23);
    private Rulebook rulebook = Rulebooks.FIRST;
    private final List<Person> people = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<Admission> admissions = new ArrayList<>();

    private ARound() {}

    public static ARound of(APerson... people) {
        ARound round = new ARound();
        for (APerson person : people) {
            round.people.add(person.build());
        }
        return round;
    }

    public ARound with(ACourse... list) {
        for (ACourse course : list) {
            courses.add(course.build());
        }
        return this;
    }

    public ARound heldOn(String day) {
        heldOn = LocalDate.parse(day);
        return this;
    }

    public ARound under(Rulebook rules) {
        rulebook = rules;
        return this;
    }

    public ARound admitted(String provider, String from, String until, CourseType... types) {
        admissions.add(
                new Admission(
                        provider, List.of(types), LocalDate.parse(from), LocalDate.parse(until)));
        return this;
    }

    public RoundInput build() {
        if (admissions.isEmpty()) {
            admitted("provider-1", "2020-01-01", "2030-12-31", CourseType.values());
            admitted("provider-2", "2020-01-01", "2030-12-31", CourseType.values());
        }
        return new RoundInput(
                heldOn, rulebook, people, courses, admissions, Municipalities.OSNABRUECK);
    }

    public RoundOutcome decide() {
        return ClearingRound.decide(build());
    }
}
