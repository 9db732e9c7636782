package de.kim.audit.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long something takes, in whole days: over the finished cases, and with those still waiting
 * counted.
 *
 * @param finished how many it is over for; null when suppressed
 * @param stillWaiting how many wait, or left while waiting; null when suppressed
 * @param median of the finished cases
 * @param mean of the finished cases
 * @param p90 of the finished cases
 * @param estimatedMedian Kaplan–Meier, with those waiting; null when more than half still wait
 * @param estimatedP90 Kaplan–Meier, with those waiting
 * @param atRiskAtMedian how many carried the estimate at its median
 * @param suppressed whether something is hidden: the two counts when one of them is small or
 *     follows from a hidden one, and all figures when they would rest on one or two finished cases
 */
public record WaitingClock(
        @Nullable Integer finished,
        @Nullable Integer stillWaiting,
        @Nullable Double median,
        @Nullable Double mean,
        @Nullable Integer p90,
        @Nullable Integer estimatedMedian,
        @Nullable Integer estimatedP90,
        @Nullable Integer atRiskAtMedian,
        boolean suppressed) {

    /** Of a group of which nothing is shown. */
    static final WaitingClock HIDDEN =
            new WaitingClock(null, null, null, null, null, null, null, null, true);

    /** Registration to start. */
    static WaitingClock waitingTime(List<Subject> subjects, LocalDate reportDay) {
        return measure(
                subjects, s -> s.registration().registeredOn(), Subject::startedOn, reportDay);
    }

    /** Entitlement to start. */
    static WaitingClock accessTime(List<Subject> subjects, LocalDate reportDay) {
        return measure(subjects, s -> s.registration().entitledOn(), Subject::startedOn, reportDay);
    }

    /**
     * Measures one clock.
     *
     * @param from where it starts; subjects without are left out
     * @param to where it ends; null while it runs. An end before the start counts as 0 days
     * @param reportDay until when those waiting were observed
     */
    static WaitingClock measure(
            List<Subject> subjects,
            Function<Subject, @Nullable LocalDate> from,
            Function<Subject, @Nullable LocalDate> to,
            LocalDate reportDay) {
        List<Integer> finished = new ArrayList<>();
        List<KaplanMeier.Observed> observed = new ArrayList<>();
        for (Subject subject : subjects) {
            LocalDate start = from.apply(subject);
            if (start != null) {
                LocalDate end = to.apply(subject);
                int days = days(start, end == null ? subject.observedUntil(reportDay) : end);
                observed.add(new KaplanMeier.Observed(days, end != null));
                if (end != null) {
                    finished.add(days);
                }
            }
        }
        return of(finished, observed);
    }

    private static WaitingClock of(List<Integer> finished, List<KaplanMeier.Observed> observed) {
        int waiting = observed.size() - finished.size();
        boolean small = Suppression.isSmall(finished.size());
        boolean hideCounts = small || Suppression.isSmall(waiting);
        Spread spread = small ? Spread.of(List.of()) : Spread.of(finished);
        KaplanMeier estimate = KaplanMeier.of(small ? List.of() : observed);
        return new WaitingClock(
                hideCounts ? null : finished.size(),
                hideCounts ? null : waiting,
                spread.median(),
                spread.mean(),
                spread.p90(),
                estimate.reachedBy(0.5),
                estimate.reachedBy(0.9),
                estimate.atRiskWhen(0.5),
                hideCounts);
    }

    /** For a group whose counts are hidden elsewhere. */
    WaitingClock withoutCounts() {
        return new WaitingClock(
                null, null, median, mean, p90, estimatedMedian, estimatedP90, null, true);
    }

    private static int days(LocalDate start, LocalDate end) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(start, end));
    }
}
