package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Report;
import de.kim.audit.report.WaitingClock;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.List;

/** The tables of the way of referrals, over all of them. */
final class WaySheets {
    private WaySheets() {}

    static List<Sheet> of(Report report) {
        return List.of(
                funnel(report),
                losses(report),
                waiting(report),
                sixWeeks(report),
                sixWeeksDone(report),
                clocks(report));
    }

    private static Sheet funnel(Report report) {
        List<Cell> steps = Figures.steps(report.funnel());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Figures.STEPS.size(); i++) {
            Column step = Figures.STEPS.get(i);
            rows.add(new Row(step.code(), step.title(), List.of(steps.get(i))));
        }
        return new Sheet(
                "funnel",
                new Words("Weg der Zuweisungen", "The way of referrals"),
                Words.defined(report, "funnel"),
                new Words("Schritt", "step"),
                Figures.COUNT,
                rows,
                false,
                List.of(0));
    }

    private static Sheet losses(Report report) {
        return new Sheet(
                "losses",
                new Words("Ohne Kursbeginn geendet", "Ended without a start"),
                Words.defined(report, "losses"),
                new Words("Grund", "reason"),
                Figures.COUNT,
                Figures.reasons(report.losses()),
                false,
                List.of(0));
    }

    private static Sheet waiting(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("all", Figures.ALL, List.of(Cell.count(report.waiting().count()))));
        rows.addAll(Figures.reasons(report.waiting().reasons()));
        return new Sheet(
                "waiting",
                new Words("Wer noch wartet, und warum", "Who still waits, and why"),
                Words.defined(report, "waiting"),
                new Words("Grund", "reason"),
                Figures.COUNT,
                rows,
                false,
                List.of(0));
    }

    private static Sheet sixWeeks(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("all", Figures.ALL, List.of(Cell.count(report.sixWeeks().count()))));
        rows.addAll(Figures.reasons(report.sixWeeks().since()));
        return new Sheet(
                "sixWeeks",
                new Words("Länger als sechs Wochen", "Longer than six weeks"),
                Words.defined(report, "sixWeeks"),
                new Words("seither", "since then"),
                Figures.COUNT,
                rows,
                false,
                List.of(0));
    }

    private static Sheet sixWeeksDone(Report report) {
        return new Sheet(
                "sixWeeksDone",
                new Words("Was nach sechs Wochen geschah", "What was done after six weeks"),
                Words.defined(report, "sixWeeks"),
                new Words("was", "what"),
                Figures.COUNT,
                Figures.reasons(report.sixWeeks().done()),
                false,
                List.of());
    }

    private static Sheet clocks(Report report) {
        Report.Clocks clocks = report.clocks();
        return new Sheet(
                "clocks",
                new Words("Wie lange es dauert", "How long it takes"),
                Words.defined(report, "waitingTime")
                        .and(Words.defined(report, "plannedWaitingTime"))
                        .and(Words.defined(report, "accessTime"))
                        .and(Words.defined(report, "clocks")),
                new Words("Uhr", "clock"),
                Figures.DAYS,
                List.of(
                        clock("waitingTime", clocks.waitingTime()),
                        clock("plannedWaitingTime", clocks.plannedWaitingTime()),
                        clock("accessTime", clocks.accessTime()),
                        clock("referralToOffer", clocks.referralToOffer()),
                        clock("offerToAcceptance", clocks.offerToAcceptance()),
                        clock("acceptanceToStart", clocks.acceptanceToStart())),
                false,
                List.of(2, 5));
    }

    private static Row clock(String code, WaitingClock clock) {
        return new Row(code, Labels.clock(code), Figures.days(clock));
    }
}
