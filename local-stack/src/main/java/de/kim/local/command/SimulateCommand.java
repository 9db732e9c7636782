package de.kim.local.command;

import de.kim.local.Installation;
import de.kim.local.Trouble;
import de.kim.simulator.Comparison;
import de.kim.simulator.RulebookVariant;
import de.kim.simulator.Scope;
import de.kim.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a rulebook would do, before anybody votes on it. */
@Command(
        name = "simulate",
        description =
                "Run invented years through the allocation rule and compare rulebooks with each other and with first come, first served.",
        mixinStandardHelpOptions = true,
        footer = {
            "A rulebook is " + RulebookVariant.SYNTAX + ", for example 1,radius-km=40.",
            "The same call writes the same figures.csv, weeks.csv, waiting.svg and queue.svg.",
            "What is invented and how: docs/simulator.md."
        })
public final class SimulateCommand extends KimCommand {
    private static final long MEGABYTE = 1024 * 1024;
    private static final String INSIDE = "kim.simulation";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "district, land or germany (default district).")
    private String scope = "district";

    @Option(names = "--seed", description = "Other seed, other people and courses (default 1).")
    private long seed = 1;

    @Option(names = "--years", description = "Counted years, 1 to 10 (default 1).")
    private int years = 1;

    @Option(
            names = "--rulebook",
            paramLabel = "RULEBOOK",
            description = "A rulebook to compare; may be repeated.")
    private List<String> rulebooks = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the files go (default simulations in the data folder).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var simulation = simulation();
        var folder = folder(simulation.scope());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new Trouble("%s is no folder.".formatted(folder), "Name another one with --out.");
        }
        return fits(simulation.scope())
                ? run(simulation, folder)
                : runWithMoreMemory(simulation.scope(), folder);
    }

    private Simulation simulation() {
        try {
            return new Simulation(scope(), years, seed, rulebooks());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Scope scope() {
        return Arrays.stream(Scope.values())
                .filter(known -> name(known).equals(scope))
                .findAny()
                .orElseThrow(
                        () ->
                                wrong(
                                        "There is no scope %s, only district, land and germany."
                                                .formatted(scope)));
    }

    private static String name(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private List<RulebookVariant> rulebooks() {
        var named =
                !rulebooks.isEmpty()
                        ? rulebooks
                        : scope.equals("germany") ? List.of("1") : List.of("1", "1,radius-km=40");
        return named.stream().distinct().map(RulebookVariant::parse).toList();
    }

    private Path folder(Scope of) {
        return out != null
                ? out
                : kim().home().resolve("simulations").resolve(name(of) + "-" + seed);
    }

    private int run(Simulation simulation, Path folder) throws IOException, InterruptedException {
        Comparison comparison;
        try (var console = new Console()) {
            comparison = simulation.run(word -> console.tell("simulate", word));
            comparison.write(folder);
            console.tell("simulate", "ready: pictures and CSV are in " + folder);
        }
        if (json) {
            printJson(comparison);
        } else {
            out().print(comparison.text());
            out().flush();
        }
        return 0;
    }

    private static boolean fits(Scope scope) {
        return System.getProperty(INSIDE) != null
                || Runtime.getRuntime().maxMemory() >= megabytes(scope) * MEGABYTE;
    }

    private static long megabytes(Scope scope) {
        return switch (scope) {
            case DISTRICT -> 200;
            case LAND -> 1_000;
            case GERMANY -> 4_000;
        };
    }

    /** The same command line in a process that has room for it. */
    private int runWithMoreMemory(Scope needed, Path folder)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Installation.java(),
                                "-Xmx" + megabytes(needed) + "m",
                                "-XX:+UseParallelGC",
                                "-D" + INSIDE + "=here",
                                "-Dkim.terminal=" + Boolean.getBoolean("kim.terminal"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "de.kim.local.Kim",
                                "simulate",
                                "--scope=" + scope,
                                "--seed=" + seed,
                                "--years=" + years,
                                "--out=" + folder));
        rulebooks.forEach(rulebook -> command.add("--rulebook=" + rulebook));
        if (json) {
            command.add("--json");
        }
        var child = new ProcessBuilder(command).inheritIO().start();
        try {
            return child.waitFor();
        } finally {
            child.destroy();
        }
    }
}
