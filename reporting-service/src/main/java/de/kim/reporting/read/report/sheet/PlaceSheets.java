package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Courses;
import de.kim.audit.report.Report;
import de.kim.audit.report.Utilisation;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of courses and their places. */
final class PlaceSheets {
    static final List<Column> PLACES =
            List.of(
                    new Column("courses", new Words("Kurse", "courses")),
                    new Column("capacity", new Words("Plätze", "places")),
                    new Column("offered", new Words("angeboten", "offered")),
                    new Column("accepted", new Words("angenommen", "accepted")),
                    new Column("started", new Words("davon begonnen", "of these started")),
                    new Column("free", new Words("frei", "free")));

    static final List<Column> COURSES =
            List.of(
                    new Column("planned", new Words("geplant", "planned")),
                    new Column("started", new Words("begonnen", "begun")),
                    new Column("startedThin", new Words("davon zu klein", "of these too small")),
                    new Column("rescued", new Words("davon gerettet", "of these rescued")),
                    new Column("thin", new Words("vor Beginn zu klein", "too small so far")),
                    new Column(
                            "cancelledTooFew",
                            new Words("abgesagt: zu wenige", "cancelled: too few")),
                    new Column(
                            "cancelledOther",
                            new Words("abgesagt: sonst", "cancelled: other reason")),
                    new Column("postponed", new Words("verschoben", "put off")),
                    new Column("completed", new Words("abgeschlossen", "completed")));

    private PlaceSheets() {}

    static List<Sheet> of(Report report) {
        return report.courses() == null
                ? List.of(utilisation(report))
                : List.of(utilisation(report), courses(report, report.courses()));
    }

    private static Sheet courses(Report report, Courses courses) {
        Map<String, String> providers = new HashMap<>();
        report.utilisation().providers().forEach(p -> providers.put(p.providerId(), p.name()));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("all", Figures.ALL, courses(courses.total())));
        courses.byType().forEach(line -> rows.add(line("courseType", line, providers)));
        courses.byProvider().forEach(line -> rows.add(line("provider", line, providers)));
        return new Sheet(
                "courses",
                new Words("Was aus Kursen wurde", "What became of courses"),
                Words.defined(report, "courses"),
                new Words("Kurse", "courses"),
                COURSES,
                rows,
                false,
                List.of());
    }

    private static Row line(String by, Courses.Line line, Map<String, String> providers) {
        return new Row(
                by + "/" + line.code(),
                Labels.by(by).with(": ", Labels.group(by, line.code(), providers)),
                courses(line.counts()));
    }

    static List<Cell> courses(Courses.Counts counts) {
        return List.of(
                Cell.count(counts.planned()),
                Cell.count(counts.started()),
                Cell.count(counts.startedThin()),
                Cell.count(counts.rescued()),
                Cell.count(counts.thin()),
                Cell.count(counts.cancelledTooFew()),
                Cell.count(counts.cancelledOther()),
                Cell.count(counts.postponed()),
                Cell.count(counts.completed()));
    }

    private static Sheet utilisation(Report report) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("total", Figures.ALL, places(report.utilisation().total())));
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
                Words.defined(report, "utilisation"),
                Labels.by("provider"),
                PLACES,
                rows,
                false,
                List.of(1, 3));
    }

    static List<Cell> places(Utilisation.Places places) {
        return List.of(
                Cell.count(places.courses()),
                Cell.count(places.capacity()),
                Cell.count(places.offered()),
                Cell.count(places.accepted()),
                Cell.count(places.started()),
                Cell.count(places.free()));
    }
}
