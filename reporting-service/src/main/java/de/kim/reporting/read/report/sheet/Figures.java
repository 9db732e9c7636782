package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.CodedCount;
import de.kim.audit.report.Funnel;
import de.kim.audit.report.WaitingClock;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.List;

/** Columns and cells that several tables have. */
final class Figures {
    static final Words ALL = new Words("alle", "all");

    static final List<Column> STEPS =
            List.of(
                    new Column("referred", new Words("zugewiesen", "referred")),
                    new Column("tested", new Words("getestet", "tested")),
                    new Column("offered", new Words("Platz angeboten", "offered a place")),
                    new Column("accepted", new Words("angenommen", "accepted")),
                    new Column("started", new Words("begonnen", "started")),
                    new Column("completed", new Words("abgeschlossen", "completed")));

    static final List<Column> DAYS =
            List.of(
                    new Column("finished", new Words("zu Ende", "finished")),
                    new Column("stillWaiting", new Words("noch wartend", "still waiting")),
                    new Column("median", new Words("Median (Tage)", "median (days)")),
                    new Column("mean", new Words("Mittel (Tage)", "mean (days)")),
                    new Column("p90", new Words("P90 (Tage)", "P90 (days)")),
                    new Column(
                            "estimatedMedian",
                            new Words("Median mit Wartenden", "median with those waiting")),
                    new Column(
                            "estimatedP90",
                            new Words("P90 mit Wartenden", "P90 with those waiting")),
                    new Column("atRiskAtMedian", new Words("unter Risiko", "at risk")));

    static final List<Column> COUNT =
            List.of(new Column("count", new Words("Zuweisungen", "referrals")));

    private Figures() {}

    static List<Cell> steps(Funnel funnel) {
        return List.of(
                Cell.count(funnel.referred()),
                Cell.count(funnel.tested()),
                Cell.count(funnel.offered()),
                Cell.count(funnel.accepted()),
                Cell.count(funnel.started()),
                Cell.count(funnel.completed()));
    }

    static List<Cell> days(WaitingClock clock) {
        boolean hidden = clock.suppressed();
        return List.of(
                Cell.count(clock.finished()),
                Cell.count(clock.stillWaiting()),
                Cell.days(clock.median(), hidden),
                Cell.days(clock.mean(), hidden),
                Cell.days(clock.p90(), hidden),
                Cell.days(clock.estimatedMedian(), hidden),
                Cell.days(clock.estimatedP90(), hidden),
                Cell.days(clock.atRiskAtMedian(), hidden));
    }

    static List<Row> reasons(List<CodedCount> counts) {
        return counts.stream()
                .map(
                        one ->
                                new Row(
                                        one.code(),
                                        Labels.reason(one.code()),
                                        List.of(Cell.count(one.count()))))
                .toList();
    }

    /** Median, mean and P90 alone, beside other columns. */
    static List<Column> spread(String clock, Words name) {
        return List.of(
                new Column(clock + "Median", name.with(": ", new Words("Median", "median"))),
                new Column(clock + "Mean", name.with(": ", new Words("Mittel", "mean"))),
                new Column(clock + "P90", name.with(": ", new Words("P90", "P90"))),
                new Column(
                        clock + "EstimatedMedian",
                        name.with(
                                ": ",
                                new Words("Median mit Wartenden", "median with those waiting"))));
    }

    static List<Cell> spread(WaitingClock clock) {
        boolean hidden = clock.suppressed();
        return List.of(
                Cell.days(clock.median(), hidden),
                Cell.days(clock.mean(), hidden),
                Cell.days(clock.p90(), hidden),
                Cell.days(clock.estimatedMedian(), hidden));
    }
}
