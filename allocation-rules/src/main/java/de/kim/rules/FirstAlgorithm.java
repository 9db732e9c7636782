package de.kim.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Algorithm 1: deferred acceptance over the orders of {@link PersonOrder} and {@link CourseOrder}.
 */
final class FirstAlgorithm {
    private FirstAlgorithm() {}

    static RoundOutcome decide(RoundInput input) {
        return decide(input, new RoundLists(input));
    }

    static RoundOutcome decide(RoundInput input, RoundLists lists) {
        int[] capacity = input.courses().stream().mapToInt(Course::freePlaces).toArray();
        int[] matched = DeferredAcceptance.match(lists.preferences, lists.order, capacity);
        return new RoundOutcome(
                1,
                input.digest(),
                assignments(input, lists, matched),
                results(input, lists, matched));
    }

    private static List<Assignment> assignments(RoundInput input, RoundLists lists, int[] matched) {
        List<Assignment> assignments = new ArrayList<>();
        for (int p = 0; p < matched.length; p++) {
            for (PersonOrder.Choice choice : lists.choices.get(p)) {
                if (choice.course() == matched[p]) {
                    assignments.add(
                            new Assignment(
                                    input.people().get(p).referralId(),
                                    input.courses().get(choice.course()).courseId(),
                                    choice.section()));
                }
            }
        }
        return assignments;
    }

    private static List<CourseResult> results(RoundInput input, RoundLists lists, int[] matched) {
        List<CourseResult> results = new ArrayList<>();
        for (int c = 0; c < lists.order.length; c++) {
            int taken = 0;
            int last = 0;
            for (int rank = 0; rank < lists.order[c].length; rank++) {
                if (matched[lists.order[c][rank]] == c) {
                    taken++;
                    last = rank + 1;
                }
            }
            Course course = input.courses().get(c);
            results.add(
                    new CourseResult(
                            course.courseId(),
                            course.freePlaces(),
                            taken,
                            lists.order[c].length,
                            taken < course.freePlaces() ? null : Integer.valueOf(last)));
        }
        return results;
    }
}
