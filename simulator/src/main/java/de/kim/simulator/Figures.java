package de.kim.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one invented stretch of years under one way of giving out places. Waiting is in
 * days from registration to start; people still waiting are counted (Kaplan–Meier).
 *
 * @param contestant its name
 * @param people who registered in the counted years
 * @param started of them, before the end
 * @param waiting of them, at the end, those with an accepted place that has not begun included
 * @param lapsed of them, whose entitlement lapsed meanwhile
 * @param waitingMedian null when fewer than half started
 * @param waitingMean up to the longest time observed
 * @param waitingP90 null when fewer than 90 of 100 started
 * @param envyPairs pairs of justified envy under the contestant's own rulebook, over all rounds
 * @param womenStarted of a hundred women
 * @param menStarted of a hundred men
 * @param childcareStarted of a hundred who need childcare
 * @param withoutNeedStarted of a hundred who need none
 * @param places of the courses that began in the counted years
 * @param placesEmpty of them, never taken
 * @param rounds held
 * @param roundsVerified of them, by the independent verifier; null where it does not apply
 * @param weeks how many waited and how many got an offer, week by week, the warm-up included
 * @param curve share still waiting by days since registration
 */
public record Figures(
        String contestant,
        int people,
        int started,
        int waiting,
        int lapsed,
        @Nullable Integer waitingMedian,
        double waitingMean,
        @Nullable Integer waitingP90,
        long envyPairs,
        double womenStarted,
        double menStarted,
        double childcareStarted,
        double withoutNeedStarted,
        int places,
        int placesEmpty,
        int rounds,
        @Nullable Integer roundsVerified,
        List<WeekOf> weeks,
        List<DayOf> curve) {
    /** One round's week. */
    public record WeekOf(int week, int waiting, int offers) {}

    /** One day of the curve; {@code waiting} is a share from 0 to 1. */
    public record DayOf(int day, double waiting) {}

    public Figures {
        weeks = List.copyOf(weeks);
        curve = List.copyOf(curve);
    }
}
