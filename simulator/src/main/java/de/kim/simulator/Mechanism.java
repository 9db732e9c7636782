package de.kim.simulator;

/** A way of giving out the places of one round. */
interface Mechanism {
    /**
     * Decides a round.
     *
     * @return the course of each person, or {@link Market#NONE}
     */
    int[] place(Market market, Dice dice);
}
