package de.kim.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long people wait, those still waiting counted (Kaplan and Meier 1958): a figure over those
 * who have started alone would flatter.
 */
final class Survival {
    /**
     * One day of the curve.
     *
     * @param day of waiting
     * @param waiting share that waits longer than this
     */
    record Step(int day, double waiting) {}

    private final List<Step> steps = new ArrayList<>();
    private final int longest;

    /**
     * @param started days from registration to start of those who started
     * @param waiting days so far of those who have not, or until they dropped out
     */
    Survival(int[] started, int[] waiting) {
        int[] events = started.clone();
        int[] censored = waiting.clone();
        Arrays.sort(events);
        Arrays.sort(censored);
        double share = 1;
        int left = 0;
        int e = 0;
        while (e < events.length) {
            int day = events[e];
            while (left < censored.length && censored[left] < day) {
                left++;
            }
            int atRisk = events.length - e + censored.length - left;
            int now = 0;
            while (e < events.length && events[e] == day) {
                now++;
                e++;
            }
            share *= 1 - (double) now / atRisk;
            steps.add(new Step(day, share));
        }
        longest =
                Math.max(
                        events.length == 0 ? 0 : events[events.length - 1],
                        censored.length == 0 ? 0 : censored[censored.length - 1]);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The day by which so many of a hundred have started; null when fewer ever did. */
    @Nullable Integer percentile(int percent) {
        for (Step step : steps) {
            if (step.waiting() <= 1 - percent / 100.0) {
                return step.day();
            }
        }
        return null;
    }

    /** Mean days, counting those who never started up to the longest time that was observed. */
    double mean() {
        double mean = 0;
        double share = 1;
        int before = 0;
        for (Step step : steps) {
            mean += share * (step.day() - before);
            share = step.waiting();
            before = step.day();
        }
        return mean + share * (longest - before);
    }
}
