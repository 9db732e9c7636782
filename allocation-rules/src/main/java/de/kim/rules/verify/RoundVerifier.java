package de.kim.rules.verify;

import de.kim.events.Section;
import de.kim.events.Verdict;
import de.kim.rules.Assignment;
import de.kim.rules.Course;
import de.kim.rules.CourseResult;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RawOrders.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a round's outcome against its input, property by property. A round that does not pass
 * may make no offer at all.
 */
public final class RoundVerifier {
    /** The outcome names this input, its algorithm, and only people and courses of it. */
    public static final String INPUT = "input";

    /** Nobody has two offers. */
    public static final String ONE_OFFER_PER_PERSON = "one-offer-per-person";

    /** No course gives more places than it brought. */
    public static final String CAPACITY = "capacity";

    /** Whoever gets a place by override gets that one. */
    public static final String FIXED_PLACES = "fixed-places";

    /** Each place is open to whom it goes, in that section, and above a place they hold. */
    public static final String ELIGIBILITY = "eligibility";

    /** Nobody is overtaken by somebody behind them at a course they want more. */
    public static final String NO_JUSTIFIED_ENVY = "no-justified-envy";

    /** No place is left that somebody it is open to would rather have. */
    public static final String NO_AVOIDABLE_FREE_PLACE = "no-avoidable-free-place";

    /** Nobody with statutory priority (§ 7(4) IntV) stands behind somebody without. */
    public static final String STATUTORY_PRIORITY = "statutory-priority";

    /** Places, applicants and cut-offs are stated as they are. */
    public static final String CUT_OFFS = "cut-offs";

    private final RoundInput input;
    private final RoundOutcome outcome;
    private final RawEligibility eligibility;
    private final RawOrders orders;
    private final Map<UUID, Assignment> fixed = new HashMap<>();
    private final Map<UUID, Course> courses = new HashMap<>();
    private final Map<UUID, Assignment> places = new HashMap<>();
    private final Map<UUID, List<Person>> admitted = new HashMap<>();
    private final List<BlockingPair> pairs = new ArrayList<>();

    private final Findings source = new Findings(INPUT);
    private final Findings single = new Findings(ONE_OFFER_PER_PERSON);
    private final Findings capacity = new Findings(CAPACITY);
    private final Findings given = new Findings(FIXED_PLACES);
    private final Findings entitled = new Findings(ELIGIBILITY);
    private final Findings envy = new Findings(NO_JUSTIFIED_ENVY);
    private final Findings waste = new Findings(NO_AVOIDABLE_FREE_PLACE);
    private final Findings statutory = new Findings(STATUTORY_PRIORITY);
    private final Findings cutOffs = new Findings(CUT_OFFS);

    private RoundVerifier(RoundInput input, RoundOutcome outcome) {
        this.input = input;
        this.outcome = outcome;
        this.eligibility = new RawEligibility(input);
        this.orders = new RawOrders(input, eligibility);
        input.fixed().forEach(place -> fixed.put(place.referralId(), place));
    }

    /**
     * One verdict per property, always the same properties in the same order; that of the fixed
     * places only where there are any.
     */
    public static List<Verdict> verify(RoundInput input, RoundOutcome outcome) {
        RoundVerifier verifier = new RoundVerifier(input, outcome);
        verifier.run();
        Stream<Findings> usual =
                Stream.of(
                        verifier.source,
                        verifier.single,
                        verifier.capacity,
                        verifier.entitled,
                        verifier.envy,
                        verifier.waste,
                        verifier.statutory,
                        verifier.cutOffs);
        Stream<Findings> ofFixed =
                input.fixed().isEmpty() ? Stream.empty() : Stream.of(verifier.given);
        return Stream.concat(usual, ofFixed).map(Findings::verdict).toList();
    }

    /** Whether every property holds. */
    public static boolean passed(List<Verdict> verdicts) {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::holds);
    }

    /** All blocking pairs; none in a stable outcome. */
    public static List<BlockingPair> blockingPairs(RoundInput input, RoundOutcome outcome) {
        RoundVerifier verifier = new RoundVerifier(input, outcome);
        verifier.run();
        return List.copyOf(verifier.pairs);
    }

    private void run() {
        checkSource();
        takeAssignments();
        for (Course course : input.courses()) {
            checkCourse(course);
        }
        if (outcome.courses().size() != input.courses().size()) {
            cutOffs.violated(
                    "%d results for %d courses", outcome.courses().size(), input.courses().size());
        }
    }

    private void checkSource() {
        if (!outcome.inputDigest().equals(input.digest())) {
            source.violated("rests on input %s", outcome.inputDigest());
        }
        if (outcome.algorithmVersion() != input.rulebook().algorithmVersion()
                || outcome.algorithmVersion() != 1) {
            source.violated("algorithm %d", outcome.algorithmVersion());
        }
    }

    private void takeAssignments() {
        Map<UUID, Person> people = new HashMap<>();
        input.people().forEach(person -> people.put(person.referralId(), person));
        input.courses().forEach(course -> courses.put(course.courseId(), course));
        for (Assignment place : outcome.assignments()) {
            Person person = people.get(place.referralId());
            Course course = courses.get(place.courseId());
            if (person == null || course == null) {
                source.violated("%s at %s", place.referralId(), place.courseId());
                continue;
            }
            if (places.putIfAbsent(place.referralId(), place) != null) {
                single.violated("%s", place.referralId());
            }
            Assignment own = fixed.get(place.referralId());
            if (own == null) {
                admitted.computeIfAbsent(place.courseId(), id -> new ArrayList<>()).add(person);
                checkEntitled(place, person, course);
            }
        }
        for (Assignment place : input.fixed()) {
            if (!place.equals(places.get(place.referralId()))) {
                given.violated("%s not at %s", place.referralId(), place.courseId());
            }
        }
    }

    /** What the rule could give of a course: the places that nobody got by override. */
    private int free(Course course) {
        int left = course.freePlaces();
        for (Assignment place : input.fixed()) {
            left -= place.courseId().equals(course.courseId()) ? 1 : 0;
        }
        return left;
    }

    private void checkEntitled(Assignment place, Person person, Course course) {
        Optional<Section> section = eligibility.entered(person, course);
        boolean right =
                eligibility.open(person, course)
                        && section.filter(s -> s.number() == place.section()).isPresent()
                        && orders.aboveHeld(person, course, section.get());
        if (!right) {
            entitled.violated(
                    "%s at %s, section %d", place.referralId(), place.courseId(), place.section());
        }
    }

    private void checkCourse(Course course) {
        List<Person> in = admitted.getOrDefault(course.courseId(), List.of());
        if (in.size() > free(course)) {
            capacity.violated("%s: %d of %d", course.courseId(), in.size(), free(course));
        }
        List<Standing> kept = in.stream().map(person -> standing(person, course)).toList();
        Standing last = kept.stream().max(Comparator.naturalOrder()).orElse(null);
        int applicants = 0;
        int beforeLast = 0;
        for (Person person : input.people()) {
            if (fixed.containsKey(person.referralId()) || !eligibility.open(person, course)) {
                continue;
            }
            Section section = eligibility.entered(person, course).orElseThrow();
            if (orders.aboveHeld(person, course, section)) {
                applicants++;
                Standing own = orders.standing(person, course, section.begins());
                beforeLast += last != null && own.compareTo(last) < 0 ? 1 : 0;
                if (prefers(person, course, section)) {
                    complain(own, course, kept, last);
                }
            }
        }
        checkCutOff(course, in.size(), applicants, last == null ? 0 : beforeLast + 1);
    }

    private Standing standing(Person person, Course course) {
        LocalDate begins =
                eligibility.entered(person, course).map(Section::begins).orElse(input.heldOn());
        return orders.standing(person, course, begins);
    }

    /** The person would rather be here than where the round put them. */
    private boolean prefers(Person person, Course course, Section section) {
        Assignment own = places.get(person.referralId());
        if (own == null) {
            return true;
        }
        if (own.courseId().equals(course.courseId())) {
            return false;
        }
        Course other = Objects.requireNonNull(courses.get(own.courseId()));
        Section entered = sectionOf(other, own.section());
        return entered == null
                || orders.rank(person, course, section)
                                .compareTo(orders.rank(person, other, entered))
                        < 0;
    }

    /** Somebody would rather have this course: may they be refused? */
    private void complain(
            Standing own, Course course, List<Standing> kept, @Nullable Standing last) {
        UUID id = course.courseId();
        if (kept.size() < free(course)) {
            waste.violated("%s wants %s", own.referral(), id);
            pairs.add(new BlockingPair(own.referral(), id, null));
        } else if (last != null && own.compareTo(last) < 0) {
            envy.violated("%s stands before %s at %s", own.referral(), last.referral(), id);
            pairs.add(new BlockingPair(own.referral(), id, last.referral()));
        }
        for (Standing other : kept) {
            if (own.statutory() && !other.statutory()) {
                statutory.violated("%s behind %s at %s", own.referral(), other.referral(), id);
            }
        }
    }

    private void checkCutOff(Course course, int taken, int applicants, int lastRank) {
        Integer cutOff = taken < free(course) ? null : Integer.valueOf(lastRank);
        CourseResult right =
                new CourseResult(course.courseId(), free(course), taken, applicants, cutOff);
        List<CourseResult> stated =
                outcome.courses().stream()
                        .filter(result -> Objects.equals(result.courseId(), course.courseId()))
                        .toList();
        if (!stated.equals(List.of(right))) {
            cutOffs.violated("%s: stated %s, is %s", course.courseId(), stated, right);
        }
    }

    private static @Nullable Section sectionOf(Course course, int number) {
        return course.sections().stream()
                .filter(section -> section.number() == number)
                .findAny()
                .orElse(null);
    }
}
