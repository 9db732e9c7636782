package de.kim.local.command;

import de.kim.local.Installation;
import de.kim.local.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Runs benchmarks in a process of their own: they live in system-tests, beside what they measure.
 */
@Command(
        name = "bench",
        description = "Measure, and print the table of ratios. Without NAME all benchmarks.",
        customSynopsis =
                "./kim bench [NAME...] [--rounds N] [--seconds S] [--quick] [--share S] [--json] [--home FOLDER]",
        mixinStandardHelpOptions = true)
public final class BenchCommand extends KimCommand {
    private static final String MAIN = "de.kim.system.bench.BenchMain";

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var target = kim().installation().root().resolve("system-tests/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new Trouble("The benchmarks are not built.", "Run ./mvnw package -DskipTests.");
        }
        var command =
                new ArrayList<>(
                        List.of(
                                Installation.java(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                                MAIN));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? 0 : 1;
    }
}
