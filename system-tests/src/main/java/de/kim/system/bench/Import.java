package de.kim.system.bench;

import de.kim.local.load.ImportFile;
import de.kim.local.load.RowResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * 10,000 referrals by the code of {@code ./kim import}, a few at a time as it does, each with its
 * vault, keys, search for duplicates and event; then an import that is killed in the middle and
 * started again, after which everybody has to be there once.
 */
final class Import implements Workload {
    private static final int ROWS = 10_000;
    private static final double AIM_ROWS = 50;
    private static final double AIM_MILLIS = 250;
    private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final List<String> BODIES =
            List.of(
                    "jobcenter-stadt",
                    "massarbeit",
                    "agentur-fuer-arbeit",
                    "abh-stadt",
                    "abh-landkreis");
    private static final List<String> HEADING =
            List.of(
                    "body",
                    "surname",
                    "firstName",
                    "birthDate",
                    "fileNumber",
                    "preferredLanguage",
                    "gender",
                    "municipality",
                    "nationalityGroup",
                    "languages",
                    "childcareNeeded",
                    "accessibilityNeeded",
                    "available",
                    "legalBasis",
                    "entitledOn");

    @Override
    public String name() {
        return "IMPORT";
    }

    @Override
    public String question() {
        return "10,000 referrals by ./kim import, and one that was killed in the middle";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        var rows = bench.size(ROWS, 200);
        try (var servers =
                Servers.start(bench, name(), "postgres", "kafka", "issuer", "referral-service")) {
            var desk =
                    new Desk(
                            bench,
                            bench.home().resolve(name()),
                            Database.of(servers.stack().databases(), "referral"));
            var lines = new ArrayList<>(desk.measured(rows));
            lines.add(desk.killed(bench.rounds() + 1, rows));
            return lines;
        }
    }

    private record Desk(Bench bench, Path home, Database referral) {
        List<Line> measured(int rows) throws SQLException {
            var speeds = new ArrayList<Double>();
            var times = new ArrayList<Histogram>();
            for (var round = 0; round <= bench.rounds(); round++) {
                bench.tell("  %,d rows".formatted(rows));
                var file = ImportFile.parse("people.csv", people(round, rows), today());
                Histogram took = new ConcurrentHistogram(LONGEST, 3);
                var begin = System.nanoTime();
                var report =
                        ImportRun.loader(home)
                                .timed(nanos -> took.recordValue(Math.clamp(nanos, 0, LONGEST)))
                                .load(file);
                var seconds = (System.nanoTime() - begin) / 1e9;
                VoidRunException.unlessEqual("rows taken", rows, report.taken());
                VoidRunException.unlessEqual("rows taken before", 0, report.alreadyThere());
                complete(round, rows);
                // The first one warms up.
                if (round > 0) {
                    speeds.add(rows / seconds);
                    times.add(took);
                }
            }
            var speed = Line.plain("rows taken", Range.of(speeds), "rows/s");
            var longest = Line.plain("one row, p99", Latencies.millis(times, 99), "ms");
            return List.of(
                    speed.aimed("≥ 50 rows/s", speed.figure().median() >= AIM_ROWS),
                    Line.plain("one row, p50", Latencies.millis(times, 50), "ms"),
                    longest.aimed("≤ 250 ms", longest.figure().median() <= AIM_MILLIS));
        }

        /** The process that imports dies, as by {@code kill -9}, when half of it is done. */
        Line killed(int round, int rows) throws Exception {
            var path = home.resolve("people.csv");
            Files.writeString(path, people(round, rows));
            var child = process(path);
            var givenUp = System.nanoTime() + PATIENCE.toNanos();
            while (child.isAlive() && stored(round) < rows / 2 && System.nanoTime() < givenUp) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            child.destroyForcibly().waitFor();
            var before = stored(round);
            bench.tell("  killed after %,d of %,d rows".formatted(before, rows));
            if (before == 0 || before >= rows) {
                throw new IllegalStateException("it was not killed in the middle: the run is void");
            }
            var file = ImportFile.parse("people.csv", Files.readString(path), today());
            var again = ImportRun.loader(home).load(file);
            VoidRunException.unlessEqual("rows taken", rows, again.taken());
            VoidRunException.unlessAtLeast("rows known again", before, again.alreadyThere());
            complete(round, rows);
            var third = ImportRun.loader(home).load(file);
            VoidRunException.unlessEqual("rows known the third time", rows, third.alreadyThere());
            VoidRunException.unlessEqual(
                    "rows refused the third time",
                    0,
                    third.rows().stream().filter(row -> row.outcome() == Outcome.REFUSED).count());
            complete(round, rows);
            var line =
                    Line.plain(
                            "referrals too many or too few after a kill and another import",
                            Range.single(stored(round) - rows),
                            "");
            return line.aimed("0", line.figure().median() == 0);
        }

        private Process process(Path file) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ImportRun.class.getName(),
                            home.toString(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        /** Everybody of the round is in the history, the view and the vault, once. */
        private void complete(int round, int rows) throws SQLException {
            VoidRunException.unlessEqual("referrals", rows, stored(round));
            VoidRunException.unlessEqual(
                    "people in the vault",
                    referral.number("select count(*) from referral_view"),
                    referral.number("select count(*) from vault.person"));
            VoidRunException.unlessEqual(
                    "referrals in the history",
                    referral.number("select count(*) from referral_view"),
                    referral.number(
                            "select count(*) from event where type = 'ReferralHistory.Requested'"));
            VoidRunException.unlessEqual(
                    "strangers linked", 0, referral.number("select count(*) from referral_link"));
        }

        private long stored(int round) throws SQLException {
            return referral.number(
                    "select count(*) from referral_view where entitled_on = date '%s'"
                            .formatted(entitledOn(round)));
        }
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** Each round has a day of its own, by which its referrals are known. */
    private static LocalDate entitledOn(int round) {
        return today().minusDays(10 + round);
    }

    /** People of whom no two are alike. */
    private static String people(int round, int rows) {
        var text = new StringBuilder(String.join(",", HEADING)).append('\n');
        for (var i = 0; i < rows; i++) {
            var number = round * 1_000_000 + i;
            text.append(
                    String.join(
                            ",",
                            BODIES.get(i % BODIES.size()),
                            "Muster-" + letters(number, "bdfgklmnpr"),
                            "Probe" + letters(i, "tvwzshcjmn"),
                            LocalDate.of(1950, 1, 2).plusDays(number * 397L % 18_000).toString(),
                            "BENCH-" + number,
                            "uk",
                            i % 2 == 0 ? "FEMALE" : "MALE",
                            "03404000",
                            "UKRAINE",
                            "uk;ru",
                            "false",
                            "false",
                            "MON 08:00-13:00",
                            "OBLIGED_JOBCENTER",
                            entitledOn(round).toString()));
            text.append('\n');
        }
        return text.toString();
    }

    private static String letters(int number, String consonants) {
        var text = new StringBuilder();
        for (var digit : Integer.toString(number).toCharArray()) {
            text.append(consonants.charAt(digit - '0')).append("aeiouaeiou".charAt(digit - '0'));
        }
        return text.toString();
    }
}
