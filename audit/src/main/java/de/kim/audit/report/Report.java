package de.kim.audit.report;

import de.kim.audit.report.Utilisation.OfProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transparency report of a period: the same for the same period, ledger position and version of
 * the definitions, whenever it is asked for.
 *
 * @param asOf how many events of the ledger it rests on
 * @param day the local day of the newest of them: waiting is counted until then
 */
public record Report(
        int definitionsVersion,
        LocalDate from,
        LocalDate until,
        long asOf,
        LocalDate day,
        Funnel funnel,
        List<CodedCount> losses,
        Waiting waiting,
        SixWeeks sixWeeks,
        Clocks clocks,
        List<Breakdown> breakdowns,
        Utilisation utilisation,
        List<Definition> definitions) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /**
     * Who waits.
     *
     * @param count null when suppressed
     * @param reasons a referral can have several
     */
    public record Waiting(@Nullable Integer count, boolean suppressed, List<CodedCount> reasons) {}

    /**
     * Whose course had not begun six weeks after registration.
     *
     * @param count null when suppressed
     * @param since what became of them: each one thing
     */
    public record SixWeeks(@Nullable Integer count, boolean suppressed, List<CodedCount> since) {}

    /** All clocks over the whole period. */
    public record Clocks(
            WaitingClock waitingTime,
            WaitingClock plannedWaitingTime,
            WaitingClock accessTime,
            WaitingClock referralToOffer,
            WaitingClock offerToAcceptance,
            WaitingClock acceptanceToStart) {}

    /** Makes the report from what was read; pure. */
    static Report of(
            LocalDate from,
            LocalDate until,
            long asOf,
            LocalDate day,
            List<Subject> subjects,
            List<OfProvider> providers) {
        List<Subject> counted = subjects.stream().filter(s -> !s.isEnteredInError()).toList();
        Funnel funnel = Funnel.of(counted);
        return new Report(
                Definition.VERSION,
                from,
                until,
                asOf,
                day,
                funnel,
                losses(counted),
                waiting(counted),
                sixWeeks(counted),
                clocks(counted, funnel, day),
                breakdowns(counted, day),
                Utilisation.of(providers),
                Definition.ALL);
    }

    private static List<CodedCount> losses(List<Subject> subjects) {
        return CodedCount.ofExclusive(
                subjects.stream().filter(Subject::isLost).map(Subject::lossCode).toList());
    }

    private static Waiting waiting(List<Subject> subjects) {
        List<Subject> waiting = subjects.stream().filter(Subject::isWaiting).toList();
        boolean hidden = Suppression.isSmall(waiting.size());
        return new Waiting(
                hidden ? null : (Integer) waiting.size(),
                hidden,
                CodedCount.ofOverlapping(
                        waiting.stream().flatMap(s -> s.waitingReasons().stream()).toList()));
    }

    private static SixWeeks sixWeeks(List<Subject> subjects) {
        List<Subject> breached =
                subjects.stream().filter(s -> s.row().breachedOn() != null).toList();
        boolean hidden = Suppression.isSmall(breached.size());
        return new SixWeeks(
                hidden ? null : (Integer) breached.size(),
                hidden,
                CodedCount.ofExclusive(breached.stream().map(Subject::state).toList()));
    }

    private static Clocks clocks(List<Subject> subjects, Funnel funnel, LocalDate day) {
        return new Clocks(
                clock(
                        funnel,
                        List.of(Stage.REFERRED, Stage.STARTED),
                        WaitingClock.measure(
                                subjects,
                                s -> s.registration().registeredOn(),
                                Subject::startedOn,
                                day)),
                clock(
                        funnel,
                        List.of(Stage.REFERRED),
                        WaitingClock.measure(
                                subjects,
                                s -> s.registration().registeredOn(),
                                Subject::plannedStart,
                                day)),
                clock(
                        funnel,
                        List.of(Stage.REFERRED, Stage.STARTED),
                        WaitingClock.measure(
                                subjects,
                                s -> s.registration().entitledOn(),
                                Subject::startedOn,
                                day)),
                clock(
                        funnel,
                        List.of(Stage.REFERRED, Stage.OFFERED),
                        WaitingClock.measure(
                                subjects,
                                s -> s.registration().registeredOn(),
                                s -> day(s.row().offers().firstAt()),
                                day)),
                clock(
                        funnel,
                        List.of(Stage.OFFERED, Stage.ACCEPTED),
                        WaitingClock.measure(
                                subjects,
                                s -> day(s.row().offers().firstAt()),
                                s -> day(s.row().place().acceptedAt()),
                                day)),
                clock(
                        funnel,
                        List.of(Stage.ACCEPTED, Stage.STARTED),
                        WaitingClock.measure(
                                subjects,
                                s -> day(s.row().place().acceptedAt()),
                                Subject::startedOn,
                                day)));
    }

    /** Its counts would show what the funnel hides of the steps between which it runs. */
    private static WaitingClock clock(Funnel funnel, List<Stage> between, WaitingClock clock) {
        return between.stream().anyMatch(funnel::hides) ? clock.withoutCounts() : clock;
    }

    private static List<Breakdown> breakdowns(List<Subject> subjects, LocalDate day) {
        return List.of(
                Breakdown.of("courseType", subjects, Subject::courseType, day),
                Breakdown.of("legalBasis", subjects, Subject::legalBasis, Subject::obligation, day),
                Breakdown.of("obligation", subjects, Subject::obligation, day),
                Breakdown.of("provider", subjects, Subject::provider, day),
                Breakdown.of("referringBody", subjects, s -> s.registration().referringBody(), day),
                Breakdown.of("municipality", subjects, Subject::municipality, day),
                Breakdown.of("gender", subjects, Subject::gender, day),
                Breakdown.of("nationalityGroup", subjects, Subject::nationalityGroup, day));
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZONE);
    }
}
