package de.kim.simulator;

import java.util.UUID;

/**
 * Numbers that look drawn and follow from a seed (SplitMix64, Steele, Lea and Flood 2014), written
 * out here so that every JDK draws the same.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice for one purpose: other keys, other numbers. */
    static Dice of(long seed, long... keys) {
        long state = mixed(seed);
        for (long key : keys) {
            state = mixed(state + STEP + key);
        }
        return new Dice(state);
    }

    long next() {
        state += STEP;
        return mixed(state);
    }

    /** From 0 to below the bound, which is far below 2³²: no value is likelier by 1 in 10⁹. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** Index of one of the weights, as likely as its share. */
    int weighed(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = below(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index++];
        }
        return index;
    }

    UUID id() {
        return new UUID(next(), next());
    }

    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
