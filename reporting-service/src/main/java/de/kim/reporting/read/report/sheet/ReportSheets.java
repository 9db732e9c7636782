package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.CodedCount;
import de.kim.audit.report.Funnel;
import de.kim.audit.report.Report;
import de.kim.audit.report.Utilisation;
import de.kim.audit.report.WaitingClock;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as tables: made once from the figures, and shown as page, spreadsheet, paper and data
 * by what stands beside this class. Nothing is computed after this.
 *
 * @param facts what it is the report of, a line each
 * @param hiding why a cell can be hidden
 */
public record ReportSheets(
        Words title, List<Fact> facts, Words hiding, List<Sheet> sheets, String fileName) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String CLOSING = "closing";
    private static final Words ALL = new Words("alle", "all");

    private static final List<Column> STEPS =
            List.of(
                    new Column("referred", new Words("zugewiesen", "referred")),
                    new Column("tested", new Words("getestet", "tested")),
                    new Column("offered", new Words("Platz angeboten", "offered a place")),
                    new Column("accepted", new Words("angenommen", "accepted")),
                    new Column("started", new Words("begonnen", "started")),
                    new Column("completed", new Words("abgeschlossen", "completed")));

    private static final List<Column> DAYS =
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

    private static final List<Column> PLACES =
            List.of(
                    new Column("courses", new Words("Kurse", "courses")),
                    new Column("capacity", new Words("Plätze", "places")),
                    new Column("offered", new Words("angeboten", "offered")),
                    new Column("accepted", new Words("angenommen", "accepted")),
                    new Column("started", new Words("davon begonnen", "of these started")),
                    new Column("free", new Words("frei", "free")));

    private static final List<Column> COUNT =
            List.of(new Column("count", new Words("Zuweisungen", "referrals")));

    /**
     * One line about the whole.
     *
     * @param plain the value as programs read it
     */
    public record Fact(String code, Words name, Words value, String plain) {
        static Fact number(String code, Words name, long number) {
            return new Fact(code, name, Words.same(String.valueOf(number)), String.valueOf(number));
        }
    }

    public ReportSheets {
        facts = List.copyOf(facts);
        sheets = List.copyOf(sheets);
    }

    public static ReportSheets of(Report report) {
        return new ReportSheets(
                ReportTitle.of(report),
                facts(report),
                definition(report, "suppressed"),
                sheets(report),
                ReportTitle.fileName(report));
    }

    /** Of figures that can change. */
    public ReportSheets open() {
        return with(
                new Fact(
                        CLOSING,
                        new Words("Abschluss", "closing"),
                        new Words(
                                "nicht abgeschlossen: die Zahlen können sich noch ändern",
                                "not closed: the figures can still change"),
                        "open"));
    }

    /**
     * Of figures that were told to everybody.
     *
     * @param root of the ledger that they rest on
     */
    public ReportSheets closed(Instant at, long size, String root) {
        Words day = ReportTitle.day(LocalDate.ofInstant(at, ZONE));
        return with(
                new Fact(
                        CLOSING,
                        new Words("Abschluss", "closing"),
                        new Words(
                                "abgeschlossen am %s beim Prüfpunkt %d, Wurzel %s"
                                        .formatted(day.german(), size, root),
                                "closed on %s at checkpoint %d, root %s"
                                        .formatted(day.english(), size, root)),
                        at.toString()));
    }

    private ReportSheets with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new ReportSheets(title, more, hiding, sheets, fileName);
    }

    private static List<Fact> facts(Report report) {
        return List.of(
                new Fact(
                        "period",
                        new Words("Zeitraum", "period"),
                        ReportTitle.days(report.from(), report.until()),
                        report.from() + "/" + report.until()),
                new Fact(
                        "day",
                        new Words("Stand", "as of"),
                        ReportTitle.day(report.day()),
                        report.day().toString()),
                Fact.number(
                        "asOf",
                        new Words("Ereignisse im Journal", "events in the ledger"),
                        report.asOf()),
                Fact.number(
                        "definitionsVersion",
                        new Words("Fassung der Definitionen", "version of the definitions"),
                        report.definitionsVersion()));
    }

    private static List<Sheet> sheets(Report report) {
        Map<String, String> providers = new HashMap<>();
        report.utilisation().providers().forEach(p -> providers.put(p.providerId(), p.name()));
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(funnel(report));
        sheets.add(losses(report));
        sheets.add(waiting(report));
        sheets.add(sixWeeks(report));
        sheets.add(clocks(report));
        for (Breakdown breakdown : report.breakdowns()) {
            sheets.add(breakdown(report, breakdown, providers));
        }
        sheets.add(utilisation(report));
        return sheets;
    }

    private static Sheet funnel(Report report) {
        List<Cell> steps = steps(report.funnel());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            Column step = STEPS.get(i);
            rows.add(new Row(step.code(), step.title(), List.of(steps.get(i))));
        }
        return new Sheet(
                "funnel",
                new Words("Weg der Zuweisungen", "The way of referrals"),
                definition(report, "funnel"),
                new Words("Schritt", "step"),
                COUNT,
                rows,
                false,
                List.of(0));
    }

    private static Sheet losses(Report report) {
        return new Sheet(
                "losses",
                new Words("Ohne Kursbeginn geendet", "Ended without a start"),
                definition(report, "losses"),
                new Words("Grund", "reason"),
                COUNT,
                reasons(report.losses()),
                false,
                List.of(0));
    }

    private static Sheet waiting(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("all", ALL, List.of(Cell.count(report.waiting().count()))));
        rows.addAll(reasons(report.waiting().reasons()));
        return new Sheet(
                "waiting",
                new Words("Wer noch wartet, und warum", "Who still waits, and why"),
                definition(report, "waiting"),
                new Words("Grund", "reason"),
                COUNT,
                rows,
                false,
                List.of(0));
    }

    private static Sheet sixWeeks(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("all", ALL, List.of(Cell.count(report.sixWeeks().count()))));
        rows.addAll(reasons(report.sixWeeks().since()));
        return new Sheet(
                "sixWeeks",
                new Words("Länger als sechs Wochen", "Longer than six weeks"),
                definition(report, "sixWeeks"),
                new Words("seither", "since then"),
                COUNT,
                rows,
                false,
                List.of(0));
    }

    private static List<Row> reasons(List<CodedCount> counts) {
        return counts.stream()
                .map(
                        one ->
                                new Row(
                                        one.code(),
                                        Labels.reason(one.code()),
                                        List.of(Cell.count(one.count()))))
                .toList();
    }

    private static Sheet clocks(Report report) {
        Report.Clocks clocks = report.clocks();
        return new Sheet(
                "clocks",
                new Words("Wie lange es dauert", "How long it takes"),
                definition(report, "waitingTime")
                        .and(definition(report, "plannedWaitingTime"))
                        .and(definition(report, "accessTime"))
                        .and(definition(report, "clocks")),
                new Words("Uhr", "clock"),
                DAYS,
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
        return new Row(code, Labels.clock(code), days(clock));
    }

    private static Sheet breakdown(
            Report report, Breakdown breakdown, Map<String, String> providers) {
        List<Column> columns = new ArrayList<>(STEPS);
        columns.addAll(DAYS);
        List<Row> rows = new ArrayList<>();
        for (Breakdown.Group group : breakdown.groups()) {
            List<Cell> cells = new ArrayList<>(steps(group.funnel()));
            cells.addAll(days(group.waitingTime()));
            rows.add(
                    new Row(
                            group.group(),
                            Labels.group(breakdown.by(), group.group(), providers),
                            cells));
        }
        Words by = Labels.by(breakdown.by());
        return new Sheet(
                breakdown.by(),
                new Words(
                        "Weg und Wartezeit nach " + by.german(),
                        "Way and waiting time by " + by.english()),
                definition(report, "funnel")
                        .and(definition(report, "waitingTime"))
                        .and(definition(report, "clocks")),
                by,
                columns,
                rows,
                breakdown.withheld(),
                List.of(0, 4));
    }

    private static Sheet utilisation(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("total", ALL, places(report.utilisation().total())));
        report.utilisation()
                .providers()
                .forEach(
                        one ->
                                rows.add(
                                        new Row(
                                                one.providerId(),
                                                Labels.provider(one.providerId(), one.name()),
                                                places(one.places()))));
        return new Sheet(
                "utilisation",
                new Words("Plätze der Träger", "Places of the providers"),
                definition(report, "utilisation"),
                Labels.by("provider"),
                PLACES,
                rows,
                false,
                List.of(1, 3));
    }

    private static List<Cell> steps(Funnel funnel) {
        return List.of(
                Cell.count(funnel.referred()),
                Cell.count(funnel.tested()),
                Cell.count(funnel.offered()),
                Cell.count(funnel.accepted()),
                Cell.count(funnel.started()),
                Cell.count(funnel.completed()));
    }

    private static List<Cell> days(WaitingClock clock) {
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

    private static List<Cell> places(Utilisation.Places places) {
        return List.of(
                Cell.count(places.courses()),
                Cell.count(places.capacity()),
                Cell.count(places.offered()),
                Cell.count(places.accepted()),
                Cell.count(places.started()),
                Cell.count(places.free()));
    }

    /** In the words that stand in the report itself. */
    private static Words definition(Report report, String figure) {
        return report.definitions().stream()
                .filter(definition -> definition.figure().equals(figure))
                .findFirst()
                .map(Words::of)
                .orElseThrow(() -> new IllegalStateException("nobody defined " + figure));
    }
}
