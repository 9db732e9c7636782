package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The hard tests: whether a course is open to a person at all, and with every reason why not. */
public final class Eligibility {
    /**
     * What the tests found.
     *
     * @param exclusions every failed test; empty: eligible
     * @param section the section the person would enter; null when none can be entered
     */
    public record Finding(Set<Exclusion> exclusions, @Nullable Section section) {
        /** Whether no test failed. */
        public boolean eligible() {
            return exclusions.isEmpty();
        }
    }

    private static final List<Exclusion> TESTS = List.of(Exclusion.values());

    /** What {@link Candidates} does not test for many people at once; the quickest first. */
    private static final List<Exclusion> OF_THE_PERSON =
            List.of(
                    Exclusion.CHILDCARE_MISSING,
                    Exclusion.NOT_ACCESSIBLE,
                    Exclusion.TARGET_GROUP,
                    Exclusion.AGE_OUT_OF_RANGE,
                    Exclusion.TIME_UNAVAILABLE,
                    Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE,
                    Exclusion.ENTITLEMENT_LAPSES_BEFORE_START,
                    Exclusion.DECLINED_BEFORE,
                    Exclusion.EXPIRED_BEFORE,
                    Exclusion.NOT_WISHED);

    private final LocalDate heldOn;
    private final Rulebook rulebook;
    private final Map<CourseType, CourseTypeRule> courseTypes = new EnumMap<>(CourseType.class);
    private final LegalBases legalBases;
    private final Map<String, List<Admission>> admissions;
    private final Map<String, Municipality> municipalities = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();

    public Eligibility(RoundInput input) {
        heldOn = input.heldOn();
        rulebook = input.rulebook();
        admissions =
                input.admissions().stream().collect(Collectors.groupingBy(Admission::providerId));
        rulebook.courseTypes().forEach(rule -> courseTypes.put(rule.type(), rule));
        legalBases = new LegalBases(rulebook);
        input.municipalities().forEach(place -> municipalities.put(place.key(), place));
        for (Course course : input.courses()) {
            if (isClosed(course)) {
                closed.add(course.courseId());
            }
        }
    }

    /** Every test of this person against this course, both of the input. */
    public Finding check(Person person, Course course) {
        Section section = section(person, course);
        return new Finding(check(person, course, section), section);
    }

    /** The same when the section is given, whatever the placement test recommends. */
    Set<Exclusion> check(Person person, Course course, @Nullable Section section) {
        EnumSet<Exclusion> failed = EnumSet.noneOf(Exclusion.class);
        for (Exclusion test : TESTS) {
            if (fails(test, person, course, section)) {
                failed.add(test);
            }
        }
        return failed;
    }

    /**
     * Whether the section can be entered at all: the course is open, the section too, and the
     * provider is admitted. Together with type, section and distance that is every test that is the
     * same for all people of one test result and one municipality.
     */
    boolean enterable(Course course, Section section) {
        return !closed.contains(course.courseId())
                && Entry.isOpen(course, section, heldOn, rulebook.lateEntryUe())
                && admitted(course, section);
    }

    /** Whether the course takes nobody, whoever it is. */
    boolean closed(Course course) {
        return closed.contains(course.courseId());
    }

    /** Every other test: whether what can be entered at all is open to this person. */
    boolean suits(Person person, Course course, Section section) {
        for (Exclusion test : OF_THE_PERSON) {
            if (fails(test, person, course, section)) {
                return false;
            }
        }
        return true;
    }

    /** The section the person would enter, null when none can be entered. */
    @Nullable Section section(Person person, Course course) {
        return Entry.section(course, person.recommendedSection(), heldOn, rulebook.lateEntryUe())
                .orElse(null);
    }

    /** See {@link LegalBases#priorityUntil}. */
    long priorityUntil(Person person) {
        return legalBases.priorityUntil(person);
    }

    /**
     * Kilometres begun from where the person lives to the venue; 0 for an online course; {@link
     * Integer#MAX_VALUE} when the municipality has no reference point.
     */
    int kilometres(Person person, Course course) {
        return kilometres(municipality(person.municipality()), course);
    }

    static int kilometres(@Nullable Municipality home, Course course) {
        if (course.online()) {
            return 0;
        }
        return home == null
                ? Integer.MAX_VALUE
                : Distance.kilometres(
                        home.latitudeE6(),
                        home.longitudeE6(),
                        course.venue().latitudeE6(),
                        course.venue().longitudeE6());
    }

    /** Null when the municipality has no reference point. */
    @Nullable Municipality municipality(String key) {
        return municipalities.get(key);
    }

    private boolean fails(Exclusion test, Person person, Course course, @Nullable Section section) {
        return switch (test) {
            case COURSE_TYPE_MISMATCH -> person.recommendedType() != course.type();
            case SECTION_MISMATCH -> section == null;
            case LEGAL_BASIS_NOT_ADMISSIBLE -> !legalBases.admit(person);
            case ENTITLEMENT_LAPSES_BEFORE_START ->
                    section != null && legalBases.lapseBefore(person, startDay(section));
            case TIME_UNAVAILABLE -> !Availability.covers(person.available(), course.times());
            case CHILDCARE_MISSING -> person.childcareNeeded() && !course.childcare();
            case NOT_ACCESSIBLE -> person.accessibilityNeeded() && !accessible(course);
            case TOO_FAR -> kilometres(person, course) > rulebook.radiusKm();
            case ENTRY_CLOSED -> closed.contains(course.courseId());
            case PROVIDER_NOT_ADMITTED -> section != null && !admitted(course, section);
            case AGE_OUT_OF_RANGE -> tooOld(person.ageBand(), courseTypes.get(course.type()));
            case TARGET_GROUP -> forWomen(course) && person.gender() != Gender.FEMALE;
            case DECLINED_BEFORE -> declined(person, course);
            case EXPIRED_BEFORE -> person.expired().contains(course.courseId());
            case NOT_WISHED ->
                    person.onlyWishes() && PersonOrder.wishRank(person, course) == PersonOrder.NONE;
        };
    }

    /** Late entry starts today, not in the past. */
    private LocalDate startDay(Section section) {
        return section.begins().isBefore(heldOn) ? heldOn : section.begins();
    }

    private boolean isClosed(Course course) {
        CourseTypeRule rule = courseTypes.get(course.type());
        return !course.open()
                || rule == null
                || outOfForce(rule, course)
                || course.sections().stream()
                        .noneMatch(s -> Entry.isOpen(course, s, heldOn, rulebook.lateEntryUe()));
    }

    /** The law bounds when courses of this type may have begun. */
    private static boolean outOfForce(CourseTypeRule rule, Course course) {
        if (course.sections().isEmpty()) {
            return false;
        }
        LocalDate begun = course.sections().get(0).begins();
        LocalDate from = rule.begunFrom();
        LocalDate before = rule.begunBefore();
        return (from != null && begun.isBefore(from))
                || (before != null && !begun.isBefore(before));
    }

    private boolean admitted(Course course, Section section) {
        LocalDate start = startDay(section);
        for (Admission admission : admissions.getOrDefault(course.providerId(), List.of())) {
            if (covers(admission, course, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Admission admission, Course course, LocalDate day) {
        return admission.courseTypes().contains(course.type())
                && !day.isBefore(admission.from())
                && !day.isAfter(admission.until());
    }

    static boolean accessible(Course course) {
        return course.online() || course.venue().accessible();
    }

    private static boolean tooOld(AgeBand age, @Nullable CourseTypeRule rule) {
        Integer underAge = rule == null ? null : rule.underAge();
        return underAge != null && Ages.youngest(age) >= underAge;
    }

    private static boolean forWomen(Course course) {
        return course.womenOnly() || course.type() == CourseType.WOMEN;
    }

    private static boolean declined(Person person, Course course) {
        for (DeclinedCourse declined : person.declined()) {
            if (declined.courseId().equals(course.courseId())
                    && declined.version() >= course.version()) {
                return true;
            }
        }
        return false;
    }
}
