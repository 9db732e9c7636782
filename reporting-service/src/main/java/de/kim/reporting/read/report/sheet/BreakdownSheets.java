package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.Crossing;
import de.kim.audit.report.EqualAccess;
import de.kim.audit.report.Report;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that show the same figures per group. */
final class BreakdownSheets {
    private static final List<Column> RATES =
            List.of(
                    new Column("testedRate", new Words("getestet (%)", "tested (%)")),
                    new Column("offeredRate", new Words("Angebot (%)", "offered (%)")),
                    new Column("acceptedRate", new Words("angenommen (%)", "accepted (%)")),
                    new Column("startedRate", new Words("begonnen (%)", "started (%)")),
                    new Column("completedRate", new Words("abgeschlossen (%)", "completed (%)")),
                    new Column(
                            "startedOfReferredRate",
                            new Words("begonnen von allen (%)", "started of all (%)")));

    private static final List<Column> PEOPLE =
            List.of(
                    new Column("referred", new Words("zugewiesen", "referred")),
                    new Column("started", new Words("begonnen", "started")));

    private final Report report;
    private final Map<String, String> providers = new HashMap<>();

    private BreakdownSheets(Report report) {
        this.report = report;
        report.utilisation().providers().forEach(p -> providers.put(p.providerId(), p.name()));
    }

    static List<Sheet> of(Report report) {
        return new BreakdownSheets(report).sheets();
    }

    private List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        for (Breakdown breakdown : report.breakdowns()) {
            sheets.add(waiting(breakdown));
            if (hasAccessTimes()) {
                sheets.add(access(breakdown));
            }
        }
        report.crossings().forEach(crossing -> sheets.add(crossing(crossing)));
        if (!report.equalAccess().isEmpty()) {
            sheets.add(equalAccess());
        }
        return sheets;
    }

    /** A quarter that was closed before they were told has none. */
    private boolean hasAccessTimes() {
        return report.breakdowns().stream()
                .flatMap(table -> table.groups().stream())
                .allMatch(group -> group.accessTime() != null);
    }

    private Sheet waiting(Breakdown breakdown) {
        List<Column> columns = new ArrayList<>(Figures.STEPS);
        columns.addAll(Figures.DAYS);
        List<Row> rows = new ArrayList<>();
        for (Breakdown.Group group : breakdown.groups()) {
            List<Cell> cells = new ArrayList<>(Figures.steps(group.funnel()));
            cells.addAll(Figures.days(group.waitingTime()));
            rows.add(row(breakdown, group, cells));
        }
        Words by = Labels.by(breakdown.by());
        return new Sheet(
                breakdown.by(),
                new Words(
                        "Weg und Wartezeit nach " + by.german(),
                        "Way and waiting time by " + by.english()),
                Words.defined(report, "funnel")
                        .and(Words.defined(report, "waitingTime"))
                        .and(Words.defined(report, "clocks")),
                by,
                columns,
                rows,
                breakdown.withheld(),
                List.of(0, 4));
    }

    private Sheet access(Breakdown breakdown) {
        List<Row> rows = new ArrayList<>();
        for (Breakdown.Group group : breakdown.groups()) {
            if (group.accessTime() != null) {
                rows.add(row(breakdown, group, Figures.days(group.accessTime())));
            }
        }
        Words by = Labels.by(breakdown.by());
        return new Sheet(
                breakdown.by() + "Access",
                new Words("Zugangszeit nach " + by.german(), "Access time by " + by.english()),
                Words.defined(report, "accessTime").and(Words.defined(report, "clocks")),
                by,
                Figures.DAYS,
                rows,
                breakdown.withheld(),
                List.of());
    }

    private Row row(Breakdown breakdown, Breakdown.Group group, List<Cell> cells) {
        return new Row(
                group.group(), Labels.group(breakdown.by(), group.group(), providers), cells);
    }

    /** Of each clock what fits on paper; the rest is counted in the columns before. */
    private Sheet crossing(Crossing crossing) {
        List<Column> columns = new ArrayList<>(PEOPLE);
        columns.addAll(Figures.spread("waitingTime", new Words("Wartezeit", "waiting")));
        columns.addAll(Figures.spread("accessTime", new Words("Zugangszeit", "access")));
        List<Row> rows = new ArrayList<>();
        for (Crossing.Pair pair : crossing.groups()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.count(pair.referred()));
            cells.add(Cell.count(pair.started()));
            cells.addAll(Figures.spread(pair.waitingTime()));
            cells.addAll(Figures.spread(pair.accessTime()));
            rows.add(
                    new Row(
                            pair.row() + "/" + pair.column(),
                            Labels.group("courseType", pair.row(), providers)
                                    .with(", ", Labels.group("gender", pair.column(), providers)),
                            cells));
        }
        Words by = Labels.by(crossing.by());
        return new Sheet(
                crossing.by(),
                new Words("Nach " + by.german(), "By " + by.english()),
                Words.defined(report, crossing.by())
                        .and(Words.defined(report, "waitingTime"))
                        .and(Words.defined(report, "accessTime"))
                        .and(Words.defined(report, "clocks")),
                by,
                columns,
                rows,
                crossing.withheld(),
                List.of(0, 1));
    }

    private Sheet equalAccess() {
        List<Column> columns = new ArrayList<>(Figures.STEPS);
        columns.addAll(RATES);
        List<Row> rows = new ArrayList<>();
        for (EqualAccess table : report.equalAccess()) {
            for (EqualAccess.Group group : table.groups()) {
                List<Cell> cells = new ArrayList<>(Figures.steps(group.funnel()));
                cells.addAll(rates(group));
                rows.add(
                        new Row(
                                table.by() + "/" + group.group(),
                                Labels.by(table.by())
                                        .with(
                                                ": ",
                                                Labels.group(table.by(), group.group(), providers)),
                                cells));
            }
        }
        return new Sheet(
                "equalAccess",
                new Words("Gleicher Zugang", "Equal access"),
                Words.defined(report, "equalAccess"),
                new Words("Gruppe", "group"),
                columns,
                rows,
                false,
                List.of(11));
    }

    private static List<Cell> rates(EqualAccess.Group group) {
        boolean hidden = !group.funnel().suppressed().isEmpty();
        EqualAccess.Rates rates = group.rates();
        return List.of(
                Cell.days(rates.tested(), hidden),
                Cell.days(rates.offered(), hidden),
                Cell.days(rates.accepted(), hidden),
                Cell.days(rates.started(), hidden),
                Cell.days(rates.completed(), hidden),
                Cell.days(rates.startedOfReferred(), hidden));
    }
}
