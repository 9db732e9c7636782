package de.kim.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the contestants made of the same invented years.
 *
 * @param contestants rulebooks first, in the order in which they were named
 */
public record Comparison(Scope scope, int years, long seed, List<Figures> contestants) {
    private static final List<String> HEAD =
            List.of(
                    "contestant",
                    "people",
                    "started",
                    "waiting",
                    "lapsed",
                    "waiting_median_days",
                    "waiting_mean_days",
                    "waiting_p90_days",
                    "envy_pairs",
                    "women_started_percent",
                    "men_started_percent",
                    "childcare_started_percent",
                    "no_childcare_started_percent",
                    "places",
                    "places_empty",
                    "rounds",
                    "rounds_verified");

    public Comparison {
        contestants = List.copyOf(contestants);
    }

    /** The table, as Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Invented: %s, %d year(s), seed %d. Waiting in days from registration to start, with those who still wait counted; – means not reached.\n\n"
                        .formatted(scope, years, seed));
        text.append(
                """
                | | started of | waiting median | mean | P90 | envy pairs | women / men started % | with / without childcare need % | places empty of | rounds verified |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        contestants.forEach(figures -> text.append(row(figures)));
        return text.toString();
    }

    private static String row(Figures f) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d of %,d | %s | %.1f | %s | %,d | %.1f / %.1f | %.1f / %.1f | %,d of %,d | %s |\n",
                f.contestant(),
                f.started(),
                f.people(),
                orDash(f.waitingMedian()),
                f.waitingMean(),
                orDash(f.waitingP90()),
                f.envyPairs(),
                f.womenStarted(),
                f.menStarted(),
                f.childcareStarted(),
                f.withoutNeedStarted(),
                f.placesEmpty(),
                f.places(),
                f.roundsVerified() == null ? "–" : f.roundsVerified() + " of " + f.rounds());
    }

    private static String orDash(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    /**
     * Writes {@code figures.csv}, {@code weeks.csv}, {@code waiting.svg} and {@code queue.svg}; the
     * same simulation writes the same bytes.
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        put(folder, "figures.csv", figuresCsv());
        put(folder, "weeks.csv", weeksCsv());
        put(folder, "waiting.svg", waitingPicture());
        put(folder, "queue.svg", queuePicture());
    }

    private static void put(Path folder, String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private String figuresCsv() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Figures f : contestants) {
            List<Object> row = new ArrayList<>(List.of(f.contestant(), f.people(), f.started()));
            row.addAll(List.of(f.waiting(), f.lapsed(), orDash(f.waitingMedian())));
            row.add(String.format(Locale.ROOT, "%.1f", f.waitingMean()));
            row.addAll(List.of(orDash(f.waitingP90()), f.envyPairs()));
            row.addAll(List.of(f.womenStarted(), f.menStarted()));
            row.addAll(List.of(f.childcareStarted(), f.withoutNeedStarted()));
            row.addAll(List.of(f.places(), f.placesEmpty(), f.rounds()));
            row.add(orDash(f.roundsVerified()));
            rows.add(row);
        }
        return Csv.text(rows);
    }

    private String weeksCsv() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("contestant", "week", "waiting", "offers"));
        for (Figures f : contestants) {
            f.weeks()
                    .forEach(
                            w ->
                                    rows.add(
                                            List.of(
                                                    f.contestant(),
                                                    w.week(),
                                                    w.waiting(),
                                                    w.offers())));
        }
        return Csv.text(rows);
    }

    private String waitingPicture() {
        LineChart chart =
                new LineChart(
                        "Share still waiting, " + subtitle(),
                        "days since registration",
                        "per cent");
        for (Figures f : contestants) {
            List<double[]> points = new ArrayList<>(List.of(new double[] {0, 100}));
            double share = 100;
            for (Figures.DayOf day : f.curve()) {
                points.add(new double[] {day.day(), share});
                share = 100 * day.waiting();
                points.add(new double[] {day.day(), share});
            }
            chart.line(f.contestant(), points);
        }
        return chart.svg();
    }

    private String queuePicture() {
        LineChart chart = new LineChart("People waiting, " + subtitle(), "week", "people");
        for (Figures f : contestants) {
            chart.line(
                    f.contestant(),
                    f.weeks().stream().map(w -> new double[] {w.week(), w.waiting()}).toList());
        }
        return chart.svg();
    }

    private String subtitle() {
        return "invented %s, seed %d".formatted(scope.name().toLowerCase(Locale.ROOT), seed);
    }
}
