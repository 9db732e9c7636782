package de.kim.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Kaplan–Meier estimate of how long it takes until something happens, with those counted for
 * whom it has not happened yet (Kaplan, Meier 1958, J. Am. Stat. Assoc. 53, 457–481). Of those who
 * leave on a day on which it happens to others, it is assumed that they stayed until that day's
 * end.
 *
 * @param steps one for each day on which it happened, ascending
 */
public record KaplanMeier(List<Step> steps) {
    /** Two shares are the same when they differ by less; they come from few multiplications. */
    private static final double TOLERANCE = 1e-9;

    /**
     * What was seen of one referral.
     *
     * @param days whole days until it happened, or until nobody looked any more; not negative
     * @param happened false when it was still open then
     */
    public record Observed(int days, boolean happened) {
        public Observed {
            if (days < 0) {
                throw new IllegalArgumentException("negative days");
            }
        }
    }

    /**
     * One day of the curve.
     *
     * @param atRisk for how many it had not happened before this day and who were still observed
     * @param happened for how many it happened on this day
     * @param stillOpen the estimated share for which it has not happened by the end of this day
     */
    public record Step(int days, int atRisk, int happened, double stillOpen) {}

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    public static KaplanMeier of(List<Observed> observations) {
        Map<Integer, int[]> days = new TreeMap<>();
        for (Observed observed : observations) {
            days.computeIfAbsent(observed.days(), day -> new int[2])[observed.happened() ? 0 : 1]++;
        }
        List<Step> steps = new ArrayList<>();
        int atRisk = observations.size();
        double stillOpen = 1;
        for (Map.Entry<Integer, int[]> day : days.entrySet()) {
            int happened = day.getValue()[0];
            if (happened > 0) {
                stillOpen = stillOpen * (atRisk - happened) / atRisk;
                steps.add(new Step(day.getKey(), atRisk, happened, stillOpen));
            }
            atRisk -= happened + day.getValue()[1];
        }
        return new KaplanMeier(steps);
    }

    /**
     * The first day by which it has happened for this share, 0 to 1, of all; null when the curve
     * does not get there: too many are still waiting.
     */
    public @Nullable Integer reachedBy(double share) {
        return steps.stream()
                .filter(step -> step.stillOpen() <= 1 - share + TOLERANCE)
                .map(Step::days)
                .findFirst()
                .orElse(null);
    }

    /** How many were at risk on the day that {@link #reachedBy} names; null when it names none. */
    public @Nullable Integer atRiskWhen(double share) {
        return steps.stream()
                .filter(step -> step.stillOpen() <= 1 - share + TOLERANCE)
                .map(Step::atRisk)
                .findFirst()
                .orElse(null);
    }
}
