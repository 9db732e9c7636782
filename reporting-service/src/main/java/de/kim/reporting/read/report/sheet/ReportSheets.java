package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.ProviderPage;
import de.kim.audit.report.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

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
                Words.defined(report, "suppressed"),
                sheets(report),
                ReportTitle.fileName(report));
    }

    /** The figures in the order of the BAMF's tables. */
    public static ReportSheets forBamf(Report report) {
        return new ReportSheets(
                ReportTitle.of(report)
                        .with(
                                ": ",
                                new Words("in der Ordnung des BAMF", "in the order of the BAMF")),
                basis(report),
                Words.defined(report, "suppressed"),
                BamfSheets.of(report),
                ReportTitle.fileName(report) + "-bamf");
    }

    /** One provider's page. */
    public static ReportSheets of(Report report, ProviderPage page) {
        return new ReportSheets(
                ReportTitle.of(report).with(": ", Labels.provider(page.providerId(), page.name())),
                basis(report),
                Words.defined(report, "suppressed"),
                ProviderSheets.of(report, page),
                ReportTitle.fileName(report) + "-" + page.providerId());
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
        List<Fact> facts = new ArrayList<>(basis(report));
        facts.addAll(RoundSheets.statement(report));
        return facts;
    }

    private static List<Fact> basis(Report report) {
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
        List<Sheet> sheets = new ArrayList<>(WaySheets.of(report));
        sheets.addAll(BreakdownSheets.of(report));
        sheets.addAll(PlaceSheets.of(report));
        sheets.addAll(RoundSheets.of(report));
        return sheets;
    }
}
