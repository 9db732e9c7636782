package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
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

    private final LocalDate heldOn;
    private final Rulebook rulebook;
    private final Map<CourseType, CourseTypeRule> courseTypes = new EnumMap<>(CourseType.class);
    private final Map<LegalBasis, LegalBasisRule> legalBases = new EnumMap<>(LegalBasis.class);
    private final List<Admission> admissions;
    private final Map<String, Municipality> municipalities = new HashMap<>();
    private final Set<UUID> closed = new HashSet<>();

    public Eligibility(RoundInput input) {
        heldOn = input.heldOn();
        rulebook = input.rulebook();
        admissions = input.admissions();
        rulebook.courseTypes().forEach(rule -> courseTypes.put(rule.type(), rule));
        rulebook.legalBases().forEach(rule -> legalBases.put(rule.basis(), rule));
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
        EnumSet<Exclusion> failed = EnumSet.noneOf(Exclusion.class);
        for (Exclusion test : TESTS) {
            if (fails(test, person, course, section)) {
                failed.add(test);
            }
        }
        return new Finding(failed, section);
    }

    /** The section an eligible person enters; null when any test fails: ends at the first. */
    @Nullable Section enteredWhenEligible(Person person, Course course) {
        // most pairs fail here, and the section costs more than this
        if (person.recommendedType() != course.type()) {
            return null;
        }
        Section section = section(person, course);
        if (section == null) {
            return null;
        }
        for (Exclusion test : TESTS) {
            if (fails(test, person, course, section)) {
                return null;
            }
        }
        return section;
    }

    /** The section the person would enter, null when none can be entered. */
    @Nullable Section section(Person person, Course course) {
        return Entry.section(course, person.recommendedSection(), heldOn, rulebook.lateEntryUe())
                .orElse(null);
    }

    /** Statutory priority, § 7(4) IntV: some usable entitlement has it. */
    boolean hasPriority(Person person, Section section) {
        for (Entitlement entitlement : person.entitlements()) {
            LegalBasisRule rule = legalBases.get(entitlement.basis());
            if (rule != null
                    && rule.priority()
                    && admits(entitlement, person.ageBand())
                    && lasts(entitlement, startDay(section))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Kilometres begun from where the person lives to the venue; 0 for an online course; {@link
     * Integer#MAX_VALUE} when the municipality has no reference point.
     */
    int kilometres(Person person, Course course) {
        if (course.online()) {
            return 0;
        }
        Municipality home = municipalities.get(person.municipality());
        return home == null
                ? Integer.MAX_VALUE
                : Distance.kilometres(
                        home.latitudeE6(),
                        home.longitudeE6(),
                        course.venue().latitudeE6(),
                        course.venue().longitudeE6());
    }

    private boolean fails(Exclusion test, Person person, Course course, @Nullable Section section) {
        return switch (test) {
            case COURSE_TYPE_MISMATCH -> person.recommendedType() != course.type();
            case SECTION_MISMATCH -> section == null;
            case LEGAL_BASIS_NOT_ADMISSIBLE -> !anyAdmits(person);
            case ENTITLEMENT_LAPSES_BEFORE_START -> section != null && lapses(person, section);
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

    private boolean admits(Entitlement entitlement, AgeBand age) {
        LegalBasisRule rule = legalBases.get(entitlement.basis());
        if (rule == null) {
            return false;
        }
        LocalDate noNewSince = rule.noNewSince();
        Integer fromAge = rule.fromAge();
        return (noNewSince == null || entitlement.entitledOn().isBefore(noNewSince))
                && (fromAge == null || Ages.oldest(age) >= fromAge);
    }

    private static boolean lasts(Entitlement entitlement, LocalDate day) {
        LocalDate lapsesOn = entitlement.lapsesOn();
        return lapsesOn == null || !lapsesOn.isBefore(day);
    }

    private boolean anyAdmits(Person person) {
        for (Entitlement entitlement : person.entitlements()) {
            if (admits(entitlement, person.ageBand())) {
                return true;
            }
        }
        return false;
    }

    /** There are admissible entitlements, and none lasts until the start. */
    private boolean lapses(Person person, Section section) {
        for (Entitlement entitlement : person.entitlements()) {
            if (admits(entitlement, person.ageBand()) && lasts(entitlement, startDay(section))) {
                return false;
            }
        }
        return anyAdmits(person);
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
        for (Admission admission : admissions) {
            if (covers(admission, course, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Admission admission, Course course, LocalDate day) {
        return admission.providerId().equals(course.providerId())
                && admission.courseTypes().contains(course.type())
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
