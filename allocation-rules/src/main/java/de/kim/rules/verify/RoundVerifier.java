package de.kim.rules.verify;

import de.kim.events.Section;
import de.kim.events.Verdict;
import de.kim.rules.Assignment;
import de.kim.rules.Course;
import de.kim.rules.CourseResult;
import de.kim.rules.KeptInput;
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

    /** Without people who are erased. */
    private final RoundInput input;

    private final KeptInput kept;
    private final RoundOutcome outcome;
    private final RawEligibility eligibility;
    private final RawOrders orders;
    private final Map<UUID, Assignment> fixed = new HashMap<>();
    private final Map<UUID, Course> courses = new HashMap<>();
    private final Map<UUID, Assignment> places = new HashMap<>();
    private final Map<UUID, List<Person>> admitted = new HashMap<>();

    /** Places of people who are erased, by course. */
    private final Map<UUID, Integer> ofErased = new HashMap<>();

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

    private RoundVerifier(KeptInput kept, RoundOutcome outcome) {
        this.kept = kept;
        this.input = kept.known();
        this.outcome = outcome;
        this.eligibility = new RawEligibility(input);
        this.orders = new RawOrders(input, eligibility);
        kept.fixed().forEach(place -> fixed.put(place.referralId(), place));
    }

    /**
     * One verdict per property, always the same properties in the same order; that of the fixed
     * places only where there are any.
     */
    public static List<Verdict> verify(RoundInput input, RoundOutcome outcome) {
        return verify(KeptInput.of(input), outcome);
    }

    /**
     * The same when people of the round are erased since: their places count, and nothing is said
     * of what they were eligible for or whether they stood before others. Among all others the
     * properties are what they always are; applicants and cut-offs are between what they would be
     * if none of the erased people had applied and if all had.
     */
    public static List<Verdict> verify(KeptInput input, RoundOutcome outcome) {
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
        RoundVerifier verifier = new RoundVerifier(KeptInput.of(input), outcome);
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
        if (!outcome.inputDigest().equals(kept.digest())) {
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
            boolean erased = kept.erased().containsKey(place.referralId());
            if ((person == null && !erased) || course == null) {
                source.violated("%s at %s", place.referralId(), place.courseId());
                continue;
            }
            if (places.putIfAbsent(place.referralId(), place) != null) {
                single.violated("%s", place.referralId());
            }
            if (fixed.containsKey(place.referralId())) {
                continue;
            }
            if (person == null) {
                ofErased.merge(place.courseId(), 1, Integer::sum);
            } else {
                admitted.computeIfAbsent(place.courseId(), id -> new ArrayList<>()).add(person);
                checkEntitled(place, person, course);
            }
        }
        for (Assignment place : kept.fixed()) {
            if (!place.equals(places.get(place.referralId()))) {
                given.violated("%s not at %s", place.referralId(), place.courseId());
            }
        }
    }

    /** What the rule could give of a course: the places that nobody got by override. */
    private int free(Course course) {
        int left = course.freePlaces();
        for (Assignment place : fixed.values()) {
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
        int taken = in.size() + ofErased.getOrDefault(course.courseId(), 0);
        if (taken > free(course)) {
            capacity.violated("%s: %d of %d", course.courseId(), taken, free(course));
        }
        List<Standing> standings = in.stream().map(person -> standing(person, course)).toList();
        Standing last = standings.stream().max(Comparator.naturalOrder()).orElse(null);
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
                    complain(own, course, standings, last, taken);
                }
            }
        }
        checkCutOff(course, taken, applicants, last == null ? 0 : beforeLast + 1);
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
            Standing own,
            Course course,
            List<Standing> standings,
            @Nullable Standing last,
            int taken) {
        UUID id = course.courseId();
        if (taken < free(course)) {
            waste.violated("%s wants %s", own.referral(), id);
            pairs.add(new BlockingPair(own.referral(), id, null));
        } else if (last != null && own.compareTo(last) < 0) {
            envy.violated("%s stands before %s at %s", own.referral(), last.referral(), id);
            pairs.add(new BlockingPair(own.referral(), id, last.referral()));
        }
        for (Standing other : standings) {
            if (own.statutory() && !other.statutory()) {
                statutory.violated("%s behind %s at %s", own.referral(), other.referral(), id);
            }
        }
    }

    private void checkCutOff(Course course, int taken, int applicants, int lastRank) {
        List<CourseResult> stated =
                outcome.courses().stream()
                        .filter(result -> Objects.equals(result.courseId(), course.courseId()))
                        .toList();
        Integer cutOff = taken < free(course) ? null : Integer.valueOf(lastRank);
        CourseResult right =
                new CourseResult(course.courseId(), free(course), taken, applicants, cutOff);
        boolean holds =
                kept.isWhole()
                        ? stated.equals(List.of(right))
                        : stated.size() == 1 && isPossible(stated.getFirst(), right);
        if (!holds) {
            cutOffs.violated("%s: stated %s, is %s", course.courseId(), stated, right);
        }
    }

    /**
     * Each erased person may have applied or not, and may stand anywhere among the applicants.
     *
     * @param known counted over the others; its places are exact
     */
    private boolean isPossible(CourseResult stated, CourseResult known) {
        int more = stated.applicants() - known.applicants();
        Integer rank = stated.lastAdmittedRank();
        Integer without = known.lastAdmittedRank();
        if (stated.freePlaces() != known.freePlaces()
                || stated.taken() != known.taken()
                || more < ofErased.getOrDefault(known.courseId(), 0)
                || more > kept.erased().size() - kept.fixedOfErased().size()
                || (rank == null) != (without == null)) {
            return false;
        }
        if (rank == null || without == null) {
            return true;
        }
        if (known.taken() == 0) {
            return rank == 0;
        }
        boolean lastMayBeErased = ofErased.containsKey(known.courseId());
        return rank >= Math.max(without, known.taken())
                && rank <= (lastMayBeErased ? stated.applicants() : without + more);
    }

    private static @Nullable Section sectionOf(Course course, int number) {
        return course.sections().stream()
                .filter(section -> section.number() == number)
                .findAny()
                .orElse(null);
    }
}
