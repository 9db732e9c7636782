package de.kim.simulator;

import de.kim.events.Gender;
import de.kim.rules.Person;
import de.kim.simulator.Figures.DayOf;
import de.kim.simulator.Figures.WeekOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts what became of people and places. */
final class Tally {
    private final World world;
    private final List<Applicant> people = new ArrayList<>();
    private final List<Seats> courses = new ArrayList<>();
    private final List<WeekOf> weeks = new ArrayList<>();
    private long envyPairs;

    Tally(World world) {
        this.world = world;
    }

    /** Only who registers in the counted years counts. */
    void registered(Applicant applicant) {
        if (counts(applicant.person().registeredOn())) {
            people.add(applicant);
        }
    }

    void planned(Seats seats) {
        if (counts(seats.planned().begins())) {
            courses.add(seats);
        }
    }

    private boolean counts(LocalDate day) {
        return !day.isBefore(world.begins()) && day.isBefore(world.ends());
    }

    void held(int week, int waiting, int offers, long envy) {
        weeks.add(new WeekOf(week, waiting, offers));
        envyPairs += envy;
    }

    Figures figures(String contestant, @Nullable Integer verified) {
        Survival survival = survival();
        int started = count(this::started);
        int lapsed = count(applicant -> applicant.lapsed() != null);
        return new Figures(
                contestant,
                people.size(),
                started,
                people.size() - started - lapsed,
                lapsed,
                survival.percentile(50),
                survival.mean(),
                survival.percentile(90),
                envyPairs,
                startedOf(person -> person.gender() == Gender.FEMALE),
                startedOf(person -> person.gender() == Gender.MALE),
                startedOf(Person::childcareNeeded),
                startedOf(person -> !person.childcareNeeded()),
                courses.stream().mapToInt(c -> c.planned().course().freePlaces()).sum(),
                courses.stream().mapToInt(Seats::free).sum(),
                weeks.size(),
                verified,
                weeks,
                survival.steps().stream()
                        .map(step -> new DayOf(step.day(), step.waiting()))
                        .toList());
    }

    private boolean started(Applicant applicant) {
        LocalDate starts = applicant.starts();
        return starts != null && starts.isBefore(world.ends());
    }

    private int count(Predicate<Applicant> which) {
        return (int) people.stream().filter(which).count();
    }

    /** Of a hundred, to a tenth. */
    private double startedOf(Predicate<Person> group) {
        int all = count(applicant -> group.test(applicant.person()));
        int started = count(a -> group.test(a.person()) && started(a));
        return all == 0 ? 0 : Math.round(1000.0 * started / all) / 10.0;
    }

    private Survival survival() {
        return new Survival(
                people.stream().filter(this::started).mapToInt(this::days).toArray(),
                people.stream().filter(a -> !started(a)).mapToInt(this::days).toArray());
    }

    /** From registration to the start, to the day of dropping out or to the end. */
    private int days(Applicant applicant) {
        LocalDate starts = applicant.starts();
        LocalDate lapsed = applicant.lapsed();
        LocalDate until = world.ends();
        if (starts != null && starts.isBefore(until)) {
            until = starts;
        } else if (lapsed != null) {
            until = lapsed;
        }
        return (int) ChronoUnit.DAYS.between(applicant.person().registeredOn(), until);
    }
}
