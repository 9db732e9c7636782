package de.kim.audit.report;

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
 * @param rounds null in a report of definitions before version 3, likewise courses and overrides
 * @param overtaken of those who were on the waiting list
 * @param providerPages each for its provider, the network's office and auditors
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
        List<Crossing> crossings,
        List<EqualAccess> equalAccess,
        Utilisation utilisation,
        @Nullable Courses courses,
        @Nullable Rounds rounds,
        List<CodedCount> overtaken,
        @Nullable Overrides overrides,
        List<ProviderPage> providerPages,
        List<Definition> definitions) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Closed quarters are kept as they were told: older ones lack what was not told then. */
    public Report {
        losses = List.copyOf(losses);
        breakdowns = List.copyOf(breakdowns);
        crossings = crossings == null ? List.of() : List.copyOf(crossings);
        equalAccess = equalAccess == null ? List.of() : List.copyOf(equalAccess);
        overtaken = overtaken == null ? List.of() : List.copyOf(overtaken);
        providerPages = providerPages == null ? List.of() : List.copyOf(providerPages);
        definitions = List.copyOf(definitions);
    }

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
     * @param done what was done for them: a referral can have several
     */
    public record SixWeeks(
            @Nullable Integer count,
            boolean suppressed,
            List<CodedCount> since,
            List<CodedCount> done) {
        public SixWeeks {
            since = List.copyOf(since);
            done = done == null ? List.of() : List.copyOf(done);
        }
    }

    /** All clocks over the whole period. */
    public record Clocks(
            WaitingClock waitingTime,
            WaitingClock plannedWaitingTime,
            WaitingClock accessTime,
            WaitingClock referralToOffer,
            WaitingClock offerToAcceptance,
            WaitingClock acceptanceToStart) {}

    /** Of a day on which nothing was: its tables and definitions are there all the same. */
    public static Report empty(LocalDate day) {
        return of(day, day, 0, day, List.of(), Around.NOTHING);
    }

    /** Makes the report from what was read; pure. */
    static Report of(
            LocalDate from,
            LocalDate until,
            long asOf,
            LocalDate day,
            List<Subject> subjects,
            Around around) {
        List<Subject> counted = subjects.stream().filter(s -> !s.isEnteredInError()).toList();
        Funnel funnel = Funnel.of(counted);
        List<Breakdown> breakdowns = breakdowns(counted, funnel, day);
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
                breakdowns,
                List.of(courseTypeGender(counted, breakdowns, day)),
                EqualAccess.of(breakdowns),
                Utilisation.of(around.providers()),
                around.courses(),
                around.rounds(),
                Overtaken.of(counted),
                around.overrides(),
                around.pages(),
                Definition.ALL);
    }

    /**
     * What somebody sees of it.
     *
     * @param body whose own page alone is shown; null: all are
     */
    public Report seenBy(@Nullable String body) {
        return new Report(
                definitionsVersion,
                from,
                until,
                asOf,
                day,
                funnel,
                losses,
                waiting,
                sixWeeks,
                clocks,
                breakdowns,
                crossings,
                equalAccess,
                utilisation,
                courses,
                rounds,
                overtaken,
                overrides,
                providerPages.stream()
                        .filter(page -> body == null || page.providerId().equals(body))
                        .toList(),
                definitions);
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
                subjects.stream().filter(s -> s.row().sixWeeks().breachedOn() != null).toList();
        boolean hidden = Suppression.isSmall(breached.size());
        return new SixWeeks(
                hidden ? null : (Integer) breached.size(),
                hidden,
                CodedCount.ofExclusive(breached.stream().map(Subject::state).toList()),
                CodedCount.ofOverlapping(
                        breached.stream().flatMap(s -> s.doneAfterSixWeeks().stream()).toList()));
    }

    private static Clocks clocks(List<Subject> subjects, Funnel funnel, LocalDate day) {
        return new Clocks(
                clock(
                        funnel,
                        List.of(Stage.REFERRED, Stage.STARTED),
                        WaitingClock.waitingTime(subjects, day)),
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
                        WaitingClock.accessTime(subjects, day)),
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

    private static List<Breakdown> breakdowns(List<Subject> subjects, Funnel all, LocalDate day) {
        Breakdown obligation = Breakdown.of("obligation", subjects, Subject::obligation, all, day);
        return List.of(
                Breakdown.of("courseType", subjects, Subject::courseType, all, day),
                Breakdown.of(
                        "legalBasis",
                        subjects,
                        Subject::legalBasis,
                        Subject::obligation,
                        obligation,
                        day),
                obligation,
                Breakdown.of("provider", subjects, Subject::provider, all, day),
                Breakdown.of(
                        "referringBody", subjects, s -> s.registration().referringBody(), all, day),
                Breakdown.of("municipality", subjects, Subject::municipality, all, day),
                Breakdown.of("gender", subjects, Subject::gender, all, day),
                Breakdown.of("nationalityGroup", subjects, Subject::nationalityGroup, all, day),
                Breakdown.of("childcare", subjects, Subject::childcare, all, day),
                Breakdown.of("literacy", subjects, Subject::literacy, all, day));
    }

    private static Crossing courseTypeGender(
            List<Subject> subjects, List<Breakdown> breakdowns, LocalDate day) {
        return Crossing.of(
                "courseTypeGender",
                subjects,
                by("courseType", breakdowns),
                Subject::courseType,
                by("gender", breakdowns),
                Subject::gender,
                day);
    }

    private static Breakdown by(String code, List<Breakdown> breakdowns) {
        return breakdowns.stream()
                .filter(table -> table.by().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, ZONE);
    }
}
