package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Breakdown;
import de.kim.audit.report.Courses;
import de.kim.audit.report.Crossing;
import de.kim.audit.report.Report;
import de.kim.reporting.read.report.sheet.Sheet.Column;
import de.kim.reporting.read.report.sheet.Sheet.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The figures in the order of the BAMF's own tables, for hand-over. They are the report's figures,
 * with what it hides.
 */
final class BamfSheets {
    private static final List<Column> PARTICIPANTS =
            List.of(
                    new Column("started", new Words("neue Teilnehmende", "new participants")),
                    new Column("referred", new Words("Zuweisungen", "referrals")));

    private final Report report;

    private BamfSheets(Report report) {
        this.report = report;
    }

    static List<Sheet> of(Report report) {
        return new BamfSheets(report).sheets();
    }

    private List<Sheet> sheets() {
        List<Sheet> sheets = new ArrayList<>();
        sheets.add(
                participants(
                        "bamfStatus",
                        "legalBasis",
                        new Words(
                                "1. Neue Teilnehmende nach Statusgruppe",
                                "1. New participants by status group")));
        sheets.add(
                participants(
                        "bamfObligation",
                        "obligation",
                        new Words(
                                "2. Neue Teilnehmende nach Verpflichtung",
                                "2. New participants, obliged and voluntary")));
        report.crossings().stream()
                .filter(table -> table.by().equals("courseTypeGender"))
                .forEach(table -> sheets.add(courseTypeGender(table)));
        sheets.add(
                participants(
                        "bamfNationality",
                        "nationalityGroup",
                        new Words(
                                "4. Neue Teilnehmende nach Staatsangehörigkeit",
                                "4. New participants by nationality group")));
        Courses courses = report.courses();
        if (courses != null) {
            sheets.add(coursesBegun(courses));
        }
        return sheets;
    }

    private Sheet participants(String code, String by, Words title) {
        Breakdown table = table(by);
        List<Row> rows = new ArrayList<>();
        for (Breakdown.Group group : table.groups()) {
            rows.add(
                    new Row(
                            group.group(),
                            Labels.group(by, group.group(), Map.of()),
                            List.of(
                                    Cell.count(group.funnel().started()),
                                    Cell.count(group.funnel().referred()))));
        }
        rows.add(
                new Row(
                        "all",
                        Figures.ALL,
                        List.of(
                                Cell.count(report.funnel().started()),
                                Cell.count(report.funnel().referred()))));
        return new Sheet(
                code,
                title,
                Words.defined(report, "bamf"),
                Labels.by(by),
                PARTICIPANTS,
                rows,
                table.withheld(),
                List.of());
    }

    /** A line a course type, a column a gender, and what the table by course type says of all. */
    private Sheet courseTypeGender(Crossing crossing) {
        TreeSet<String> genders = new TreeSet<>();
        Map<String, Map<String, Cell>> lines = new LinkedHashMap<>();
        for (Crossing.Pair pair : crossing.groups()) {
            genders.add(pair.column());
            lines.computeIfAbsent(pair.row(), type -> new LinkedHashMap<>())
                    .put(pair.column(), Cell.count(pair.started()));
        }
        List<Column> columns = new ArrayList<>();
        genders.forEach(
                gender ->
                        columns.add(new Column(gender, Labels.group("gender", gender, Map.of()))));
        columns.add(new Column("all", Figures.ALL));
        List<Row> rows = new ArrayList<>();
        lines.forEach(
                (type, cells) -> {
                    List<Cell> line = new ArrayList<>();
                    genders.forEach(
                            gender -> line.add(cells.getOrDefault(gender, new Cell.None())));
                    line.add(startedOfType(type));
                    rows.add(new Row(type, Labels.group("courseType", type, Map.of()), line));
                });
        return new Sheet(
                "bamfCourseTypeGender",
                new Words(
                        "3. Neue Teilnehmende nach Kursart und Geschlecht",
                        "3. New participants by course type and gender"),
                Words.defined(report, "bamf"),
                Labels.by("courseType"),
                columns,
                rows,
                crossing.withheld(),
                List.of());
    }

    private Cell startedOfType(String type) {
        return table("courseType").groups().stream()
                .filter(group -> group.group().equals(type))
                .map(group -> Cell.count(group.funnel().started()))
                .findFirst()
                .orElse(new Cell.None());
    }

    private Sheet coursesBegun(Courses courses) {
        List<Row> rows = new ArrayList<>();
        for (Courses.Line line : courses.byType()) {
            rows.add(
                    new Row(
                            line.code(),
                            Labels.group("courseType", line.code(), Map.of()),
                            PlaceSheets.courses(line.counts())));
        }
        rows.add(new Row("all", Figures.ALL, PlaceSheets.courses(courses.total())));
        return new Sheet(
                "bamfCourses",
                new Words("5. Begonnene Kurse nach Kursart", "5. Courses begun by course type"),
                Words.defined(report, "courses"),
                Labels.by("courseType"),
                PlaceSheets.COURSES,
                rows,
                false,
                List.of());
    }

    private Breakdown table(String by) {
        return report.breakdowns().stream()
                .filter(table -> table.by().equals(by))
                .findFirst()
                .orElseThrow();
    }
}
