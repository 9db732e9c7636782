package de.kim.rules.verify;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Gender;
import de.kim.events.LegalBasisRule;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import de.kim.rules.Course;
import de.kim.rules.Entitlement;
import de.kim.rules.Municipality;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who may enter which course, read off the raw input a second time. */
final class RawEligibility {
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final RoundInput input;
    private final Map<UUID, BitSet> lessons = new HashMap<>();
    private final Map<UUID, BitSet> spareTime = new HashMap<>();

    RawEligibility(RoundInput input) {
        this.input = input;
    }

    /** Whether the course is open to the person. */
    boolean open(Person person, Course course) {
        if (course.type() != person.recommendedType()) {
            return false;
        }
        Optional<Section> section = entered(person, course);
        return section.isPresent()
                && takesPeople(course)
                && suits(person, course)
                && permitted(person, course, firstDay(section.get()))
                && !refusedByPerson(person, course);
    }

    /** The section the person enters; empty when there is none that still can be entered. */
    Optional<Section> entered(Person person, Course course) {
        return course.sections().stream()
                .filter(section -> section.number() == person.recommendedSection())
                .filter(section -> mayStillBeEntered(course, section))
                .findAny();
    }

    /** Statutory priority, § 7(4) IntV. */
    boolean statutory(Person person, LocalDate begins) {
        LocalDate day = begins.isAfter(input.heldOn()) ? begins : input.heldOn();
        return usable(person)
                .filter(e -> lastsTo(e, day))
                .anyMatch(e -> rule(e).filter(LegalBasisRule::priority).isPresent());
    }

    /** Square of the distance in metres; 0 when online, −1 when the home is unknown. */
    long squareMetres(Person person, Course course) {
        if (course.online()) {
            return 0;
        }
        for (Municipality home : input.municipalities()) {
            if (home.key().equals(person.municipality())) {
                return squareMetres(home, course);
            }
        }
        return -1;
    }

    private static long squareMetres(Municipality home, Course course) {
        long lat1 = home.latitudeE6();
        long lat2 = course.venue().latitudeE6();
        long thousandths = (lat1 + lat2) / 2 / 1000;
        long sq = thousandths * thousandths;
        long cosine = (32_400_000_000L - 4 * sq) * 1_000_000L / (32_400_000_000L + sq);
        long y = Math.abs(lat1 - lat2) * 111_195L / 1_000_000L;
        long degrees = Math.abs((long) home.longitudeE6() - course.venue().longitudeE6());
        long x = degrees * 111_195L / 1_000_000L * cosine / 1_000_000L;
        return x * x + y * y;
    }

    private boolean mayStillBeEntered(Course course, Section section) {
        long late = section.begins().until(input.heldOn(), ChronoUnit.DAYS);
        if (late <= 0) {
            return true;
        }
        if (input.heldOn().isAfter(section.ends())) {
            return false;
        }
        long weekly = 0;
        for (WeeklyTime lesson : course.times()) {
            weekly += minute(lesson.to().toSecondOfDay()) - minute(lesson.from().toSecondOfDay());
        }
        // so many minutes were taught by then, if lessons spread evenly over the week
        return weekly > 0 && late * weekly <= input.rulebook().lateEntryUe() * 45L * 7L;
    }

    private boolean takesPeople(Course course) {
        return course.open()
                && !course.sections().isEmpty()
                && typeRule(course).filter(rule -> inForce(rule, course)).isPresent();
    }

    /** The begin that counts is that of the section with the lowest number. */
    private static boolean inForce(CourseTypeRule rule, Course course) {
        Section first = course.sections().get(0);
        for (Section section : course.sections()) {
            first = section.number() < first.number() ? section : first;
        }
        LocalDate from = rule.begunFrom();
        LocalDate before = rule.begunBefore();
        boolean tooEarly = from != null && first.begins().compareTo(from) < 0;
        boolean tooLate = before != null && first.begins().compareTo(before) >= 0;
        return !tooEarly && !tooLate;
    }

    private boolean suits(Person person, Course course) {
        boolean care = course.childcare() || !person.childcareNeeded();
        boolean steps =
                course.online() || course.venue().accessible() || !person.accessibilityNeeded();
        boolean women =
                person.gender() == Gender.FEMALE
                        || !(course.womenOnly() || course.type() == CourseType.WOMEN);
        return care && steps && women && hasTime(person, course) && near(person, course);
    }

    private boolean near(Person person, Course course) {
        long limit = input.rulebook().radiusKm() * 1000L;
        long square = squareMetres(person, course);
        return square >= 0 && square <= limit * limit;
    }

    private boolean hasTime(Person person, Course course) {
        if (person.available().isEmpty()) {
            return true;
        }
        BitSet missing = new BitSet();
        missing.or(lessons.computeIfAbsent(course.courseId(), id -> minutes(course.times())));
        missing.andNot(
                spareTime.computeIfAbsent(person.referralId(), id -> minutes(person.available())));
        return missing.isEmpty();
    }

    private static BitSet minutes(List<WeeklyTime> times) {
        BitSet week = new BitSet(7 * MINUTES_OF_DAY);
        for (WeeklyTime time : times) {
            int day = time.day().ordinal() * MINUTES_OF_DAY;
            week.set(
                    day + minute(time.from().toSecondOfDay()),
                    day + minute(time.to().toSecondOfDay()));
        }
        return week;
    }

    private static int minute(int secondOfDay) {
        return secondOfDay / 60;
    }

    private boolean permitted(Person person, Course course, LocalDate day) {
        Integer underAge = typeRule(course).map(CourseTypeRule::underAge).orElse(null);
        boolean young = underAge == null || atLeast(person.ageBand()) < underAge;
        return young
                && usable(person).anyMatch(e -> lastsTo(e, day))
                && input.admissions().stream()
                        .filter(a -> a.providerId().equals(course.providerId()))
                        .filter(a -> a.courseTypes().contains(course.type()))
                        .anyMatch(
                                a -> a.from().compareTo(day) <= 0 && a.until().compareTo(day) >= 0);
    }

    private static boolean refusedByPerson(Person person, Course course) {
        boolean declined =
                person.declined().stream()
                        .filter(d -> d.courseId().equals(course.courseId()))
                        .anyMatch(d -> d.version() >= course.version());
        boolean unwished =
                person.onlyWishes() && RawOrders.wish(person, course) == person.wishes().size();
        return declined || unwished || person.expired().contains(course.courseId());
    }

    private LocalDate firstDay(Section section) {
        return section.begins().isAfter(input.heldOn()) ? section.begins() : input.heldOn();
    }

    private Stream<Entitlement> usable(Person person) {
        return person.entitlements().stream()
                .filter(e -> rule(e).filter(r -> allows(r, e, person)).isPresent());
    }

    private static boolean allows(LegalBasisRule rule, Entitlement entitlement, Person person) {
        LocalDate since = rule.noNewSince();
        Integer age = rule.fromAge();
        return (since == null || entitlement.entitledOn().compareTo(since) < 0)
                && (age == null || atMost(person.ageBand()) >= age);
    }

    private static boolean lastsTo(Entitlement entitlement, LocalDate day) {
        LocalDate last = entitlement.lapsesOn();
        return last == null || last.compareTo(day) >= 0;
    }

    private Optional<LegalBasisRule> rule(Entitlement entitlement) {
        return input.rulebook().legalBases().stream()
                .filter(rule -> rule.basis() == entitlement.basis())
                .findAny();
    }

    private Optional<CourseTypeRule> typeRule(Course course) {
        return input.rulebook().courseTypes().stream()
                .filter(rule -> rule.type() == course.type())
                .findAny();
    }

    private static int atLeast(AgeBand band) {
        return new int[] {0, 16, 18, 27, 40, 60}[band.ordinal()];
    }

    private static int atMost(AgeBand band) {
        return new int[] {15, 17, 26, 39, 59, 200}[band.ordinal()];
    }
}
