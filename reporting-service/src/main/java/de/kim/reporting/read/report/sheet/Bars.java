package de.kim.reporting.read.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The picture of a table: bars of one or two of its columns, as shapes in pixels. What it shows is
 * in the table too; a hidden cell has a word where others have a bar.
 *
 * @param words the same for those who do not see it
 */
record Bars(int width, int height, List<Bar> bars, List<Label> labels, String words) {
    /** Larger than this it would fill more than a page. */
    private static final int MOST_ROWS = 14;

    private static final int WIDTH = 720;
    private static final int NAMES = 290;
    private static final int LONGEST = WIDTH - NAMES - 90;
    private static final int BAR = 12;
    private static final int GAP = 10;
    private static final int LONGEST_NAME = 42;

    /**
     * A bar.
     *
     * @param series 0 is the first column that is drawn
     */
    record Bar(int series, int x, int y, int width, int height) {}

    /**
     * A short text.
     *
     * @param y of its base line
     * @param ends whether it ends at {@code x} instead of beginning there
     */
    record Label(int x, int y, boolean ends, String text) {}

    static Bars of(Sheet sheet, Language language) {
        return new Drawing(sheet, language).draw();
    }

    private static final class Drawing {
        private final Sheet sheet;
        private final Language language;
        private final List<Sheet.Row> rows;
        private final BigDecimal greatest;
        private final List<Bar> bars = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();

        Drawing(Sheet sheet, Language language) {
            this.sheet = sheet;
            this.language = language;
            this.rows = rows(sheet);
            this.greatest =
                    rows.stream()
                            .flatMap(row -> sheet.charted().stream().map(row.cells()::get))
                            .map(Bars::number)
                            .max(Comparator.naturalOrder())
                            .orElse(BigDecimal.ZERO);
        }

        Bars draw() {
            int y = legend();
            for (Sheet.Row row : rows) {
                int middle = y + sheet.charted().size() * BAR / 2 + 4;
                labels.add(new Label(NAMES - 8, middle, true, shortened(name(row))));
                for (int series = 0; series < sheet.charted().size(); series++) {
                    bar(series, row.cells().get(sheet.charted().get(series)), y);
                    y += BAR;
                }
                y += GAP;
            }
            return new Bars(WIDTH, y, List.copyOf(bars), List.copyOf(labels), words());
        }

        /** Which bar is which, when there are two. */
        private int legend() {
            if (sheet.charted().size() == 1) {
                return GAP;
            }
            int x = NAMES;
            for (int series = 0; series < sheet.charted().size(); series++) {
                bars.add(new Bar(series, x, GAP, BAR, BAR));
                labels.add(new Label(x + BAR + 6, GAP + BAR - 2, false, title(series)));
                x += 200;
            }
            return GAP + BAR + GAP + GAP;
        }

        private void bar(int series, Cell cell, int y) {
            int length = length(cell);
            bars.add(new Bar(series, NAMES, y, length, BAR - 1));
            labels.add(new Label(NAMES + length + 6, y + BAR - 2, false, cell.text(language)));
        }

        private int length(Cell cell) {
            return greatest.signum() == 0
                    ? 0
                    : (int) (LONGEST * number(cell).doubleValue() / greatest.doubleValue());
        }

        private String words() {
            String what = sheet.charted().size() == 1 ? title(0) : title(0) + " / " + title(1);
            String values =
                    rows.stream()
                            .map(row -> name(row) + " " + values(row))
                            .collect(Collectors.joining("; "));
            String all = "%s: %s. %s".formatted(sheet.title().in(language), what, values);
            return rows.size() == sheet.rows().size()
                    ? all
                    : all
                            + ". "
                            + new Words("Der Rest in der Tabelle", "The rest in the table")
                                    .in(language);
        }

        private String values(Sheet.Row row) {
            return sheet.charted().stream()
                    .map(column -> row.cells().get(column).text(language))
                    .collect(Collectors.joining(" / "));
        }

        private String title(int series) {
            return sheet.columns().get(sheet.charted().get(series)).title().in(language);
        }

        private String name(Sheet.Row row) {
            return row.title().in(language);
        }
    }

    /** In the order of the table; of many the largest ones. */
    private static List<Sheet.Row> rows(Sheet sheet) {
        if (sheet.rows().size() <= MOST_ROWS) {
            return sheet.rows();
        }
        int first = sheet.charted().getFirst();
        return sheet.rows().stream()
                .sorted(
                        Comparator.comparing((Sheet.Row row) -> number(row.cells().get(first)))
                                .reversed())
                .limit(MOST_ROWS)
                .toList();
    }

    private static BigDecimal number(Cell cell) {
        return cell instanceof Cell.Shown shown ? shown.number() : BigDecimal.ZERO;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }
}
