package de.kim.rules;

import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.rules.InvalidRound.Code;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a round rests on, and nothing else. The lists are sorted here: the order in which they
 * were given never matters.
 *
 * @param heldOn local date of the round (Europe/Berlin)
 * @param rulebook the rulebook in force at the round's instant
 * @param people who waits and has no live offer; sorted by referral id
 * @param courses the courses, full ones too; sorted by id
 * @param admissions of all providers; duplicates are dropped
 * @param municipalities reference points; sorted by key
 * @param fixed places given before the rule decides, by override in hardship; sorted by referral id
 * @throws InvalidRound when an id stands twice, a held place is unknown, the rulebook contradicts
 *     itself, or a fixed place is of nobody and nothing in the round, or not free
 */
public record RoundInput(
        LocalDate heldOn,
        Rulebook rulebook,
        List<Person> people,
        List<Course> courses,
        List<Admission> admissions,
        List<Municipality> municipalities,
        List<Assignment> fixed) {
    public RoundInput {
        people =
                people.stream()
                        .sorted(Comparator.comparing(Person::referralId, Ids.ORDER))
                        .toList();
        courses =
                courses.stream().sorted(Comparator.comparing(Course::courseId, Ids.ORDER)).toList();
        admissions = admissions.stream().distinct().sorted(CanonicalInput.ADMISSIONS).toList();
        municipalities =
                municipalities.stream().sorted(Comparator.comparing(Municipality::key)).toList();
        unique(people, Person::referralId, Code.DUPLICATE_PERSON);
        unique(people, Person::pseudonym, Code.DUPLICATE_PERSON);
        unique(courses, Course::courseId, Code.DUPLICATE_COURSE);
        unique(municipalities, Municipality::key, Code.DUPLICATE_MUNICIPALITY);
        check(rulebook);
        heldPlacesAreKnown(people, courses);
        fixed =
                fixed.stream()
                        .sorted(Comparator.comparing(Assignment::referralId, Ids.ORDER))
                        .toList();
        FixedPlaces.check(fixed, people, courses);
    }

    /** A round in which the rule decides about every place: almost every one. */
    public RoundInput(
            LocalDate heldOn,
            Rulebook rulebook,
            List<Person> people,
            List<Course> courses,
            List<Admission> admissions,
            List<Municipality> municipalities) {
        this(heldOn, rulebook, people, courses, admissions, municipalities, List.of());
    }

    /** The same with one more place that is given before the rule decides. */
    public RoundInput with(Assignment place) {
        return new RoundInput(
                heldOn,
                rulebook,
                people,
                courses,
                admissions,
                municipalities,
                Stream.concat(fixed.stream(), Stream.of(place)).toList());
    }

    /** What the rule decides about: without the fixed places and the people who get them. */
    public RoundInput rest() {
        return fixed.isEmpty()
                ? this
                : new RoundInput(
                        heldOn,
                        rulebook,
                        FixedPlaces.others(fixed, people),
                        FixedPlaces.left(fixed, courses),
                        admissions,
                        municipalities);
    }

    /** The same with a salt for each person, each time another one: what is committed to. */
    public RoundInput salted(Supplier<String> salts) {
        return new RoundInput(
                heldOn,
                rulebook,
                people.stream().map(person -> person.salted(salts.get())).toList(),
                courses,
                admissions,
                municipalities,
                fixed);
    }

    /**
     * The input as canonical bytes (docs/allocation-rules.md, "Canonical bytes"): the same input,
     * in whatever order it was given, has the same bytes, and another input has others.
     */
    public byte[] canonicalBytes() {
        return KeptInput.of(this).canonicalBytes();
    }

    /**
     * Reads an input back from its canonical bytes: its {@link #canonicalBytes()} are these again.
     * What the form leaves out (names of municipalities, the venue's municipality) is empty.
     *
     * @throws InvalidRound with NOT_CANONICAL when no input has these bytes, with PEOPLE_ERASED
     *     when they do not have everybody any more, else as the constructors say
     */
    public static RoundInput ofCanonicalBytes(byte[] bytes) {
        return KeptInput.ofCanonicalBytes(bytes).whole();
    }

    /** Root of the tree over the parts of {@link #canonicalBytes()}, lower-case hexadecimal. */
    public String digest() {
        return KeptInput.of(this).digest();
    }

    private static <T, K> void unique(Collection<T> all, Function<T, K> id, Code code) {
        all.stream()
                .collect(Collectors.groupingBy(id, Collectors.counting()))
                .forEach((key, count) -> InvalidRound.require(count == 1, code, key));
    }

    private static void check(Rulebook rulebook) {
        Code code = Code.CONTRADICTORY_RULEBOOK;
        unique(rulebook.courseTypes(), CourseTypeRule::type, code);
        unique(rulebook.legalBases(), LegalBasisRule::basis, code);
        InvalidRound.require(rulebook.radiusKm() >= 0, code, "radius");
        InvalidRound.require(rulebook.lateEntryUe() >= 0, code, "late entry");
        InvalidRound.require(rulebook.offerPeriodWorkingDays() >= 0, code, "offer period");
        InvalidRound.require(rulebook.unreachedWorkingDays() >= 0, code, "unreached");
        for (CourseTypeRule rule : rulebook.courseTypes()) {
            InvalidRound.require(rule.minGroup() <= rule.maxGroup(), code, rule.type());
            InvalidRound.require(rule.sections() >= 1, code, rule.type());
            InvalidRound.require(rule.maxGroup() >= 1, code, rule.type());
            InvalidRound.require(inOrder(rule.begunFrom(), rule.begunBefore()), code, rule.type());
        }
    }

    private static boolean inOrder(@Nullable LocalDate from, @Nullable LocalDate before) {
        return from == null || before == null || from.isBefore(before);
    }

    private static void heldPlacesAreKnown(List<Person> people, List<Course> courses) {
        Map<UUID, Course> byId =
                courses.stream().collect(Collectors.toMap(Course::courseId, course -> course));
        for (Person person : people) {
            HeldPlace held = person.held();
            if (held != null) {
                Course course = byId.get(held.courseId());
                InvalidRound.require(
                        course != null && course.section(held.section()).isPresent(),
                        Code.HELD_PLACE_UNKNOWN,
                        held.courseId());
            }
        }
    }
}
