package de.kim.system.bench;

import de.kim.local.Folders;
import de.kim.local.Installation;
import de.kim.local.Json;
import de.kim.local.KimHome;
import de.kim.local.command.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./kim bench}: progress on standard error, the table on standard output. */
@Command(
        name = "./kim bench",
        description = "Measure, and print the table of ratios.",
        mixinStandardHelpOptions = true,
        footer = {
            "What each one asks, and what was found: docs/performance.md.",
            "Measure on a machine that does nothing else: figures taken above load 2 are void."
        })
public final class BenchMain implements Callable<Integer> {
    private static final List<Workload> WORKLOADS =
            List.of(
                    new Append(),
                    new LoadAndAppend(),
                    new RebuildReport(),
                    new CommitToReport(),
                    new Publish(),
                    new Match(),
                    new Reach(),
                    new LiveRound(),
                    new Import(),
                    new Start(),
                    new WorklistPages(),
                    new GrownStore(),
                    new TreeProofs(),
                    new QuarterlyBundle(),
                    new Intake(),
                    new ReportPage(),
                    new YearOfGermany());

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "W1, W2 ... reach, round, import, worklist, proof; none: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", description = "Rounds of each contestant (default 5).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Length of a round (default 5).")
    private double seconds = 5;

    @Option(names = "--quick", description = "Little data, to try the harness.")
    private boolean quick;

    @Option(
            names = "--share",
            description = "Share of a year of all Germany for W11 (default ${DEFAULT-VALUE}).",
            defaultValue = "0.005")
    private double share = 0.005;

    @Option(names = "--json", description = "Print the results as JSON.")
    private boolean json;

    @Option(names = "--home", description = "Folder for data, on the disk to measure.")
    private @Nullable Path home;

    /** Ends the process with the exit code. */
    public static void main(String[] args) {
        // Standard output is for the table alone.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "de/kim/system/bench/logback.xml");
        System.exit(
                new CommandLine(new BenchMain())
                        .setExecutionExceptionHandler(BenchMain::failed)
                        .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var chosen = chosen();
        var folder = home == null ? standardHome() : home;
        KimHome.directory(folder, "rwx--x--x");
        var bench = new Bench(folder, rounds, seconds, quick, quick ? share / 25 : share);
        try {
            var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            var results = measure(bench, chosen);
            out.println(json ? Json.text(results) : results.text());
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private List<Workload> chosen() {
        for (var name : names) {
            if (WORKLOADS.stream().noneMatch(workload -> workload.name().equals(upper(name)))) {
                throw new IllegalArgumentException(
                        "There is no benchmark " + name + ", only " + known() + ".");
            }
        }
        return WORKLOADS.stream()
                .filter(
                        workload ->
                                names.isEmpty()
                                        || names.stream()
                                                .anyMatch(n -> upper(n).equals(workload.name())))
                .toList();
    }

    private static String known() {
        return String.join(", ", WORKLOADS.stream().map(Workload::name).toList());
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static Path standardHome() {
        return Installation.found()
                .root()
                .resolve("system-tests/target/bench-" + ProcessHandle.current().pid());
    }

    private static Results measure(Bench bench, List<Workload> workloads) throws Exception {
        Machine.describe(bench);
        var found = new ArrayList<Results.OfWorkload>();
        for (var workload : workloads) {
            bench.tell(workload.name() + ": " + workload.question());
            found.add(
                    new Results.OfWorkload(
                            workload.name(), workload.question(), workload.run(bench)));
        }
        return new Results(bench.facts(), found);
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        Console.sorry(command.getErr(), e);
        if (e.getCause() != null) {
            Console.sorry(command.getErr(), e.getCause());
        }
        return e instanceof IllegalArgumentException ? 2 : 1;
    }
}
