package de.kim.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * CPU time used by this JVM and by some other processes with all their children, as the operating
 * system counts it (in steps of 10 ms).
 */
final class Cpu {
    private final List<Long> pids;

    Cpu(List<Long> pids) {
        this.pids = List.copyOf(pids);
    }

    /** All CPU time until now, in nanoseconds. */
    long nanos() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        pids.stream().flatMap(pid -> ProcessHandle.of(pid).stream()))
                .flatMapToLong(Cpu::withChildren)
                .sum();
    }

    private static LongStream withChildren(ProcessHandle process) {
        var own = Stream.of(process);
        var all =
                process.pid() == ProcessHandle.current().pid()
                        ? own
                        : Stream.concat(own, process.descendants());
        return all.mapToLong(
                one -> one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
    }
}
