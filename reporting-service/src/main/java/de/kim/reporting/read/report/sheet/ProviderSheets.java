package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.ProviderPage;
import de.kim.audit.report.Report;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tables of one provider's page. */
final class ProviderSheets {
    private static final List<Column> NUMBER =
            List.of(new Column("count", new Words("Anzahl", "number")));

    private final Report report;
    private final ProviderPage page;
    private final Words name;

    private ProviderSheets(Report report, ProviderPage page) {
        this.report = report;
        this.page = page;
        name = Labels.provider(page.providerId(), page.name());
    }

    static List<Sheet> of(Report report, ProviderPage page) {
        return new ProviderSheets(report, page).sheets();
    }

    private List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(courses());
        sheets.add(places());
        sheets.add(cooperation());
        people().ifPresent(
                        group -> {
                            sheets.add(way(group));
                            if (group.accessTime() != null) {
                                sheets.add(access(group));
                            }
                        });
        return sheets;
    }

    private Sheet courses() {
        return new Sheet(
                "providerCourses",
                new Words("Kurse", "Courses"),
                Words.defined(report, "courses"),
                Labels.by("provider"),
                PlaceSheets.COURSES,
                List.of(row(PlaceSheets.courses(page.courses()))),
                false,
                List.of());
    }

    private Sheet places() {
        return new Sheet(
                "providerPlaces",
                new Words("Auslastung", "Utilisation"),
                Words.defined(report, "utilisation"),
                Labels.by("provider"),
                PlaceSheets.PLACES,
                List.of(row(PlaceSheets.places(page.places()))),
                false,
                List.of());
    }

    private Sheet cooperation() {
        return new Sheet(
                "providerCooperation",
                new Words("Zusammenarbeit im Netzwerk", "Co-operation in the network"),
                Words.defined(report, "providerPage"),
                new Words("was", "what"),
                NUMBER,
                List.of(
                        number(
                                "confirmedOnTime",
                                new Words(
                                        "Plätze rechtzeitig bestätigt", "places confirmed on time"),
                                Cell.count(page.confirmations().onTime())),
                        number(
                                "confirmedLate",
                                new Words("verspätet bestätigt", "confirmed late"),
                                Cell.count(page.confirmations().late())),
                        number(
                                "stale",
                                new Words(
                                        "Kurse mit veralteter Angabe",
                                        "courses whose places are stale"),
                                Cell.count(page.confirmations().stale())),
                        number(
                                "passedOn",
                                new Words(
                                        "an andere weitergegeben (Menschen)",
                                        "passed on to others (people)"),
                                Cell.count(page.passing().passedOn())),
                        number(
                                "takenOver",
                                new Words(
                                        "von anderen übernommen (Menschen)",
                                        "taken over from others (people)"),
                                Cell.count(page.passing().takenOver()))),
                false,
                List.of());
    }

    /** What the report's own table says, with what it hides. */
    private Optional<Breakdown.Group> people() {
        return report.breakdowns().stream()
                .filter(table -> table.by().equals("provider"))
                .flatMap(table -> table.groups().stream())
                .filter(group -> group.group().equals(page.providerId()))
                .findFirst();
    }

    private Sheet way(Breakdown.Group group) {
        List<Column> columns = new ArrayList<>(Figures.STEPS);
        columns.addAll(Figures.DAYS);
        List<Cell> cells = new ArrayList<>(Figures.steps(group.funnel()));
        cells.addAll(Figures.days(group.waitingTime()));
        return new Sheet(
                "providerWay",
                new Words("Menschen und Wartezeit", "People and waiting time"),
                Words.defined(report, "funnel")
                        .and(Words.defined(report, "waitingTime"))
                        .and(Words.defined(report, "clocks")),
                Labels.by("provider"),
                columns,
                List.of(row(cells)),
                false,
                List.of());
    }

    private Sheet access(Breakdown.Group group) {
        return new Sheet(
                "providerAccess",
                new Words("Zugangszeit", "Access time"),
                Words.defined(report, "accessTime").and(Words.defined(report, "clocks")),
                Labels.by("provider"),
                Figures.DAYS,
                List.of(row(Figures.days(Objects.requireNonNull(group.accessTime())))),
                false,
                List.of());
    }

    private Row row(List<Cell> cells) {
        return new Row(page.providerId(), name, cells);
    }

    private static Row number(String code, Words title, Cell number) {
        return new Row(code, title, List.of(number));
    }
}
