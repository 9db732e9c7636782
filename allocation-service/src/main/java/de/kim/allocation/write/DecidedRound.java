package de.kim.allocation.write;

import de.kim.events.CourseReason;
import de.kim.events.RoundKind;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.events.Verdict;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.Course;
import de.kim.rules.Entry;
import de.kim.rules.HeldPlace;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.RoundReasons;
import de.kim.rules.RoundStatement;
import de.kim.rules.verify.RoundVerifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A round as decided and verified, before anything of it is stored: pure, from input to offers. */
public final class DecidedRound {
    private final RoundInput input;
    private final RoundOutcome outcome;
    private final List<Verdict> verdicts;
    private final RoundReasons reasons;
    private final Map<UUID, Grant> grants;

    private DecidedRound(
            RoundInput input,
            RoundOutcome outcome,
            List<Verdict> verdicts,
            Map<UUID, Grant> grants) {
        this.input = input;
        this.outcome = outcome;
        this.verdicts = verdicts;
        this.grants = grants;
        this.reasons = new RoundReasons(input, outcome);
    }

    /**
     * Decides and verifies.
     *
     * @throws de.kim.rules.InvalidRound when the algorithm is unknown
     */
    public static DecidedRound of(RoundInput input, Referee referee) {
        return of(new Hardships(input, Map.of(), Map.of()), referee);
    }

    /** Decides and verifies a round with places out of turn. */
    public static DecidedRound of(Hardships hardships, Referee referee) {
        RoundInput input = hardships.input();
        RoundOutcome outcome = ClearingRound.decide(input);
        return new DecidedRound(input, outcome, referee.verify(input, outcome), hardships.grants());
    }

    /** What it was decided on, as the round's digest commits to it. */
    RoundInput input() {
        return input;
    }

    public boolean passed() {
        return RoundVerifier.passed(verdicts);
    }

    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** The round as a whole, in counts; null when it did not pass. */
    public @Nullable RoundStatement statement() {
        return passed() ? reasons.statement() : null;
    }

    /** What was decided, whether it passed or not. */
    public RoundOutcome outcome() {
        return outcome;
    }

    /** Why a person of the round was matched or not. */
    public List<CourseReason> reasons(UUID referralId) {
        return reasons.of(referralId);
    }

    /** What the round would offer a person, null for nothing. */
    public @Nullable Assignment assignment(UUID referralId) {
        return outcome.byReferral().get(referralId);
    }

    /** People who were not matched. */
    List<UUID> unmatched() {
        Map<UUID, Assignment> matched = outcome.byReferral();
        return input.people().stream()
                .map(Person::referralId)
                .filter(id -> !matched.containsKey(id))
                .toList();
    }

    /** What to offer at {@code now}; nothing when the round did not pass. */
    public List<Match> matches(Instant now) {
        if (!passed()) {
            return List.of();
        }
        Map<UUID, Course> courses = new HashMap<>();
        input.courses().forEach(course -> courses.put(course.courseId(), course));
        Map<UUID, Person> people = new HashMap<>();
        input.people().forEach(person -> people.put(person.referralId(), person));
        return outcome.assignments().stream()
                .map(
                        place ->
                                match(
                                        place,
                                        Objects.requireNonNull(courses.get(place.courseId())),
                                        Objects.requireNonNull(people.get(place.referralId())),
                                        now))
                .toList();
    }

    OpenRound open(UUID roundId, RoundKind kind, Map<String, Long> lastSeen, Instant now) {
        return new OpenRound(
                roundId,
                kind,
                input.rulebook().version(),
                outcome.algorithmVersion(),
                input.heldOn(),
                outcome.inputDigest(),
                lastSeen,
                passed(),
                outcome.digest(),
                input.people().size(),
                verdicts,
                matches(now),
                statement());
    }

    private Match match(Assignment place, Course course, Person person, Instant now) {
        Rulebook rulebook = input.rulebook();
        Section section = course.section(place.section()).orElseThrow();
        LocalDate lastEntry = Entry.closesOn(course, section, rulebook.lateEntryUe());
        HeldPlace held = person.held();
        CourseReason reason = reasonFor(place);
        return new Match(
                place.referralId(),
                place.courseId(),
                course.version(),
                place.section(),
                later(section.begins(), input.heldOn()),
                WorkingDays.after(now, rulebook.unreachedWorkingDays()),
                WorkingDays.endOf(later(lastEntry, section.begins())),
                rulebook.offerPeriodWorkingDays(),
                held == null ? null : held.courseId(),
                reason.rank(),
                reason.lastAdmittedRank(),
                grants.get(place.referralId()));
    }

    private CourseReason reasonFor(Assignment place) {
        return reasons.of(place.referralId()).stream()
                .filter(reason -> reason.courseId().equals(place.courseId()))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
