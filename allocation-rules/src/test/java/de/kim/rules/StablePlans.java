package de.kim.rules;

import java.util.ArrayList;
import java.util.List;

/** All stable matchings of a small market, by trying every matching there is. */
final class StablePlans {
    private final int[][] preferences;
    private final int[][] order;
    private final int[] capacity;
    private final List<int[]> stable = new ArrayList<>();

    private StablePlans(int[][] preferences, int[][] order, int[] capacity) {
        this.preferences = preferences;
        this.order = order;
        this.capacity = capacity;
    }

    static List<int[]> of(int[][] preferences, int[][] order, int[] capacity) {
        StablePlans plans = new StablePlans(preferences, order, capacity);
        plans.extend(new int[preferences.length], 0);
        return plans.stable;
    }

    /** Position of the course in the person's list; the length of the list for no place. */
    static int position(int[] list, int course) {
        for (int k = 0; k < list.length; k++) {
            if (list[k] == course) {
                return k;
            }
        }
        return list.length;
    }

    private void extend(int[] plan, int person) {
        if (person == plan.length) {
            if (fits(plan) && !blocked(plan)) {
                stable.add(plan.clone());
            }
            return;
        }
        plan[person] = DeferredAcceptance.UNMATCHED;
        extend(plan, person + 1);
        for (int course : preferences[person]) {
            if (position(order[course], person) < order[course].length) {
                plan[person] = course;
                extend(plan, person + 1);
            }
        }
    }

    private boolean fits(int[] plan) {
        int[] taken = new int[capacity.length];
        for (int course : plan) {
            if (course >= 0 && ++taken[course] > capacity[course]) {
                return false;
            }
        }
        return true;
    }

    private boolean blocked(int[] plan) {
        for (int p = 0; p < plan.length; p++) {
            int own = position(preferences[p], plan[p]);
            for (int k = 0; k < own; k++) {
                if (wouldTake(plan, p, preferences[p][k])) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean wouldTake(int[] plan, int person, int course) {
        int rank = position(order[course], person);
        if (rank == order[course].length) {
            return false;
        }
        int taken = 0;
        boolean someoneBehind = false;
        for (int other = 0; other < plan.length; other++) {
            if (plan[other] == course) {
                taken++;
                someoneBehind |= position(order[course], other) > rank;
            }
        }
        return taken < capacity[course] || someoneBehind;
    }
}
