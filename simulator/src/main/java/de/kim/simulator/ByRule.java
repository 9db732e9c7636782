package de.kim.simulator;

import de.kim.events.Verdict;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.Course;
import de.kim.rules.Ids;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RoundVerifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The real rule: {@link ClearingRound}, verified where that is soon done. */
final class ByRule implements Mechanism {
    /** The verifier looks at every person with every course, some microseconds each. */
    private static final long MOST_PAIRS = 500_000;

    private int verified;

    /** Rounds that the verifier has passed. */
    int verified() {
        return verified;
    }

    @Override
    public int[] place(Market market, Dice dice) {
        RoundInput input = market.input();
        RoundOutcome outcome = ClearingRound.decide(input);
        verify(input, outcome);
        List<UUID> people = ids(input.people(), Person::referralId);
        List<UUID> courses = ids(input.courses(), Course::courseId);
        int[] placed = new int[people.size()];
        Arrays.fill(placed, Market.NONE);
        for (Assignment place : outcome.assignments()) {
            placed[index(people, place.referralId())] = index(courses, place.courseId());
        }
        return placed;
    }

    private void verify(RoundInput input, RoundOutcome outcome) {
        if ((long) input.people().size() * input.courses().size() > MOST_PAIRS) {
            return;
        }
        List<Verdict> verdicts = RoundVerifier.verify(input, outcome);
        if (!RoundVerifier.passed(verdicts)) {
            throw new IllegalStateException(
                    "the round of %s failed: %s".formatted(input.heldOn(), verdicts));
        }
        verified++;
    }

    private static <T> List<UUID> ids(List<T> sorted, Function<T, UUID> id) {
        return sorted.stream().map(id).toList();
    }

    private static int index(List<UUID> sorted, UUID id) {
        Comparator<UUID> order = Ids.ORDER;
        return Collections.binarySearch(sorted, id, order);
    }
}
