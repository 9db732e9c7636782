package de.kim.simulator;

import de.kim.rules.Course;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundLists;
import java.util.Arrays;
import java.util.Locale;

/**
 * One round as indexes into its sorted people and courses.
 *
 * @param input what the round rests on
 * @param lists both sides' orders
 * @param places free places of each course
 */
record Market(RoundInput input, RoundLists lists, int[] places) {
    /** No place. */
    static final int NONE = -1;

    static Market of(RoundInput input) {
        return new Market(
                input,
                new RoundLists(input),
                input.courses().stream().mapToInt(Course::freePlaces).toArray());
    }

    int[] list(int person) {
        return lists.preferences()[person];
    }

    /** Position of the course in the person's list; its length for no place. */
    int position(int person, int course) {
        int[] list = list(person);
        for (int k = 0; k < list.length; k++) {
            if (list[k] == course) {
                return k;
            }
        }
        return list.length;
    }

    /**
     * Refuses what no way of giving out places may do.
     *
     * @param courses the course of each person, or {@link #NONE}
     */
    void check(int[] courses) {
        int[] taken = new int[places.length];
        for (int p = 0; p < courses.length; p++) {
            int course = courses[p];
            if (course != NONE) {
                taken[course]++;
                if (position(p, course) == list(p).length || taken[course] > places[course]) {
                    throw new IllegalStateException(
                            String.format(
                                    Locale.ROOT,
                                    "course %s was oversold or given to somebody it is closed to",
                                    input.courses().get(course).courseId()));
                }
            }
        }
    }

    /**
     * Pairs of justified envy: somebody would rather have a course that has a place left, or that
     * took somebody who stands behind them.
     */
    long envyPairs(int[] courses) {
        int[] taken = new int[places.length];
        int[] own = new int[courses.length];
        for (int p = 0; p < courses.length; p++) {
            own[p] = position(p, courses[p]);
            if (courses[p] != NONE) {
                taken[courses[p]]++;
            }
        }
        long pairs = 0;
        for (int c = 0; c < places.length; c++) {
            int[] order = lists.order()[c];
            int envied = taken[c] < places[c] ? order.length : last(order, courses, c);
            for (int person : Arrays.copyOf(order, envied)) {
                pairs += position(person, c) < own[person] ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Rank of the last one admitted, from 0; 0 when nobody was. */
    private static int last(int[] order, int[] courses, int course) {
        int last = order.length - 1;
        while (last > 0 && courses[order[last]] != course) {
            last--;
        }
        return Math.max(last, 0);
    }
}
