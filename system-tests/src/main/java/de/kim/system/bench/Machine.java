package de.kim.system.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Locale;

/** What a figure depends on. */
final class Machine {
    /** Above this the machine does other things as well, and no figure is to be published. */
    private static final double QUIET = 2;

    private Machine() {}

    /** Writes down the machine as it is before the run. */
    static void describe(Bench bench) throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var load = system.getSystemLoadAverage();
        bench.fact(
                "machine",
                "%d cores, %d GB, %s %s"
                        .formatted(
                                system.getAvailableProcessors(),
                                Math.round(system.getTotalMemorySize() / 1e9),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch")));
        bench.fact("disk", Files.getFileStore(bench.home()).type());
        bench.fact(
                "JDK",
                "%s, %s"
                        .formatted(
                                Runtime.version(),
                                ManagementFactory.getRuntimeMXBean().getInputArguments()));
        bench.fact(
                "load before",
                String.format(
                        Locale.ROOT,
                        load < QUIET ? "%.1f" : "%.1f: **not quiet, these figures are void**",
                        load));
        bench.fact(
                "rounds",
                String.format(
                        Locale.ROOT,
                        "%d of %.1f s, in turns; median (lowest–highest)",
                        bench.rounds(),
                        bench.seconds()));
    }
}
