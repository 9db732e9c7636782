package de.kim.rules;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Person-proposing deferred acceptance (Gale and Shapley 1962, the college admissions form): each
 * person asks at their best course; a full course keeps the best it has seen and sends the last one
 * on. The result is stable, is the best stable one for every person, and nobody gains by misstating
 * their order. Time and memory grow with the total length of the lists.
 */
public final class DeferredAcceptance {
    /** No place. */
    public static final int UNMATCHED = -1;

    private final int[][] preferences;
    private final int[][] ranks;
    private final int[][] order;
    private final int[] capacity;

    private final int[] next;
    private final int[] matched;
    private final BitSet[] admitted;
    private final int[] taken;

    /** Rank of the last admitted person; only falls once the course is full. */
    private final int[] worst;

    private DeferredAcceptance(int[][] preferences, int[][] order, int[] capacity) {
        this.preferences = preferences;
        this.order = order;
        this.capacity = capacity;
        this.ranks = ranks(preferences, order);
        this.next = new int[preferences.length];
        this.matched = new int[preferences.length];
        this.admitted = new BitSet[order.length];
        this.taken = new int[order.length];
        this.worst = new int[order.length];
        Arrays.fill(matched, UNMATCHED);
        Arrays.setAll(admitted, c -> new BitSet(order[c].length));
    }

    /**
     * @param preferences for each person the indexes of acceptable courses, best first
     * @param order for each course the indexes of acceptable people, best first; any order
     * @param capacity places of each course, ≥ 0
     * @return for each person the index of the course, or {@link #UNMATCHED}
     */
    public static int[] match(int[][] preferences, int[][] order, int[] capacity) {
        return new DeferredAcceptance(preferences, order, capacity).run();
    }

    /**
     * For each person and position in their list the person's rank at that course, from 0, or −1
     * where the course does not accept them.
     */
    static int[][] ranks(int[][] preferences, int[][] order) {
        int[][] ranks = new int[preferences.length][];
        int[] applicants = new int[order.length];
        for (int p = 0; p < preferences.length; p++) {
            ranks[p] = new int[preferences[p].length];
            Arrays.fill(ranks[p], -1);
            for (int course : preferences[p]) {
                applicants[course]++;
            }
        }
        int[][] who = new int[order.length][];
        int[][] where = new int[order.length][];
        Arrays.setAll(who, c -> new int[applicants[c]]);
        Arrays.setAll(where, c -> new int[applicants[c]]);
        for (int p = 0; p < preferences.length; p++) {
            for (int k = 0; k < preferences[p].length; k++) {
                int course = preferences[p][k];
                int slot = --applicants[course];
                who[course][slot] = p;
                where[course][slot] = k;
            }
        }
        int[] rankOf = new int[preferences.length];
        Arrays.fill(rankOf, -1);
        for (int c = 0; c < order.length; c++) {
            for (int rank = 0; rank < order[c].length; rank++) {
                rankOf[order[c][rank]] = rank;
            }
            for (int i = 0; i < who[c].length; i++) {
                ranks[who[c][i]][where[c][i]] = rankOf[who[c][i]];
            }
            for (int person : order[c]) {
                rankOf[person] = -1;
            }
        }
        return ranks;
    }

    private int[] run() {
        for (int first = 0; first < preferences.length; first++) {
            int person = first;
            // whoever is sent on asks at once: the order of asking does not change the result
            while (person != UNMATCHED) {
                person = askAtNextBest(person);
            }
        }
        return matched;
    }

    /** One person walks down their list until a course keeps them; returns whom it sent on. */
    private int askAtNextBest(int person) {
        while (next[person] < preferences[person].length) {
            int choice = next[person]++;
            int course = preferences[person][choice];
            int rank = ranks[person][choice];
            if (rank >= 0 && isAdmissible(course, rank)) {
                int sentOn = taken[course] < capacity[course] ? UNMATCHED : sendOnLast(course);
                admit(person, course, rank);
                return sentOn;
            }
        }
        return UNMATCHED;
    }

    private boolean isAdmissible(int course, int rank) {
        return taken[course] < capacity[course] || (capacity[course] > 0 && rank < worst[course]);
    }

    private void admit(int person, int course, int rank) {
        admitted[course].set(rank);
        taken[course]++;
        worst[course] = admitted[course].length() - 1;
        matched[person] = course;
    }

    private int sendOnLast(int course) {
        int last = order[course][worst[course]];
        admitted[course].clear(worst[course]);
        taken[course]--;
        matched[last] = UNMATCHED;
        return last;
    }
}
