package de.kim.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * As many people placed as possible, and among those plans one with the least sum of list
 * positions: what an optimiser would do that looks at totals and not at who stands before whom.
 * Successive shortest paths (Ahuja, Magnanti and Orlin 1993, chapter 9): person by person along the
 * cheapest chain of moves. "No place" is one more course, with room for all and dearer than any
 * chain.
 */
final class MinimumCostFlow implements Mechanism {
    private static final long NO_PLACE = 1_000_000;

    @Override
    public int[] place(Market market, Dice dice) {
        Plan plan = new Plan(market);
        for (int p = 0; p < plan.placed.length; p++) {
            plan.admit(p);
        }
        int[] placed = plan.placed.clone();
        for (int p = 0; p < placed.length; p++) {
            placed[p] = placed[p] == plan.nowhere ? Market.NONE : placed[p];
        }
        return placed;
    }

    private static final class Plan {
        private final Market market;
        private final int nowhere;
        private final int[] placed;
        private final int[] places;
        private final List<List<Integer>> members = new ArrayList<>();
        private final long[] cost;

        /** The person who would move into the course. */
        private final int[] mover;

        private Plan(Market market) {
            this.market = market;
            nowhere = market.places().length;
            placed = new int[market.input().people().size()];
            Arrays.fill(placed, Market.NONE);
            places = Arrays.copyOf(market.places(), nowhere + 1);
            places[nowhere] = Integer.MAX_VALUE;
            for (int c = 0; c <= nowhere; c++) {
                members.add(new ArrayList<>());
            }
            cost = new long[nowhere + 1];
            mover = new int[nowhere + 1];
        }

        private long cost(int person, int course) {
            return course == nowhere ? NO_PLACE : market.position(person, course);
        }

        private void admit(int person) {
            Arrays.fill(cost, Long.MAX_VALUE);
            Deque<Integer> open = new ArrayDeque<>();
            relax(person, 0, open);
            while (!open.isEmpty()) {
                int course = open.remove();
                if (members.get(course).size() >= places[course]) {
                    for (int member : members.get(course)) {
                        relax(member, cost[course] - cost(member, course), open);
                    }
                }
            }
            move(person, cheapest());
        }

        /** What it would cost to move the person to any course of their list. */
        private void relax(int person, long base, Deque<Integer> open) {
            int[] list = market.list(person);
            for (int k = 0; k <= list.length; k++) {
                int course = k == list.length ? nowhere : list[k];
                long total = base + (course == nowhere ? NO_PLACE : k);
                if (total < cost[course]) {
                    cost[course] = total;
                    mover[course] = person;
                    if (!open.contains(course)) {
                        open.add(course);
                    }
                }
            }
        }

        private int cheapest() {
            int best = nowhere;
            for (int c = 0; c < nowhere; c++) {
                if (members.get(c).size() < places[c] && cost[c] < cost[best]) {
                    best = c;
                }
            }
            return best;
        }

        /** Backwards along the chain: each mover leaves a place to the one before. */
        private void move(int person, int end) {
            int course = end;
            while (true) {
                int moving = mover[course];
                int from = placed[moving];
                members.get(course).add(moving);
                placed[moving] = course;
                if (moving == person) {
                    return;
                }
                members.get(from).remove((Integer) moving);
                course = from;
            }
        }
    }
}
