package de.kim.system.bench;

import de.kim.local.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * W10: five services, PostgreSQL, Kafka and the mail server from nothing running to all answering,
 * on data that a run before left behind. Cold means the processes: the operating system has the
 * files in memory already.
 */
final class Start implements Workload {
    private static final double AIM_SECONDS = 20;
    private static final double AIM_MEGABYTES = 1500;

    @Override
    public String name() {
        return "W10";
    }

    @Override
    public String question() {
        return "start of everything from cold, and the services' memory (PSS)";
    }

    @Override
    public List<Line> run(Bench bench) throws Exception {
        try (var plain = Servers.startSlowly(bench, "W10-plain");
                var trained = stopped(plain, bench)) {
            trained.stack().down((component, what) -> {});
            var plainMemory = new ArrayList<Double>();
            var trainedMemory = new ArrayList<Double>();
            var contest =
                    new Contest("s")
                            .with("plain", () -> start(plain, plainMemory))
                            .with("trained", () -> start(trained, trainedMemory))
                            .run(bench.rounds());
            return lines(contest, plainMemory, trainedMemory);
        }
    }

    /** A second stack, while the first one rests. */
    private static Servers stopped(Servers first, Bench bench) throws Exception {
        first.stack().down((component, what) -> {});
        return Servers.start(bench, "W10-trained");
    }

    private static Measured start(Servers servers, List<Double> megabytes) throws IOException {
        var begin = System.nanoTime();
        var status = servers.stack().up((component, what) -> {});
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (!status.allHealthy()) {
            throw new IllegalStateException("not everything answers: the run is void");
        }
        megabytes.add(memory(status));
        servers.stack().down((component, what) -> {});
        return Measured.of(seconds);
    }

    /**
     * The memory of the services, shared pages counted in parts; NaN where there is no such file.
     */
    private static double memory(Status status) throws IOException {
        var kilobytes = 0.0;
        for (var pid : Servers.servicePids(status)) {
            var file = Path.of("/proc/" + pid + "/smaps_rollup");
            if (!Files.isReadable(file)) {
                return Double.NaN;
            }
            kilobytes += pss(Files.readAllLines(file));
        }
        return kilobytes * 1024 / 1e6;
    }

    /** The line {@code Pss: 123456 kB}. */
    private static double pss(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Pss:"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    private static List<Line> lines(
            Contest contest, List<Double> plainMemory, List<Double> trainedMemory) {
        var trained = contest.line("with AOT caches", "trained", "plain");
        var memory = memoryLine("services' PSS, with AOT caches", trainedMemory);
        return List.of(
                contest.line("without AOT caches", "plain"),
                trained.aimed("≤ 20 s", trained.figure().median() <= AIM_SECONDS),
                memoryLine("services' PSS, without AOT caches", plainMemory),
                memory.aimed("≤ 1.5 GB", memory.figure().median() <= AIM_MEGABYTES));
    }

    /** Without the warm-up round. */
    private static Line memoryLine(String what, List<Double> megabytes) {
        return Line.plain(what, Range.of(megabytes.subList(1, megabytes.size())), "MB");
    }
}
