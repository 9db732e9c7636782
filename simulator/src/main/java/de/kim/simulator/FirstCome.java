package de.kim.simulator;

import java.util.Arrays;

/**
 * First come, first served: whoever happens to ask first takes the best place that is left. Who
 * waits asks again every week, in an order that nobody rules.
 */
final class FirstCome implements Mechanism {
    @Override
    public int[] place(Market market, Dice dice) {
        int[] placed = new int[market.input().people().size()];
        Arrays.fill(placed, Market.NONE);
        int[] left = market.places().clone();
        for (int person : shuffled(placed.length, dice)) {
            for (int course : market.list(person)) {
                if (left[course] > 0) {
                    left[course]--;
                    placed[person] = course;
                    break;
                }
            }
        }
        return placed;
    }

    private static int[] shuffled(int size, Dice dice) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = dice.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
