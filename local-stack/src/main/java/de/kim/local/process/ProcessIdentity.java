package de.kim.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same pid. On Linux the start time is the
 * kernel's own count since boot together with the boot's id: unlike a wall-clock time it does not
 * move when the clock is set.
 *
 * @param pid the process id
 * @param started its start, comparable only for equality
 */
public record ProcessIdentity(long pid, String started) {

    /**
     * The living process with this pid. A zombie, dead but not yet reaped by its parent, is not
     * living.
     */
    public static Optional<ProcessIdentity> of(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                return fromStat(pid, Files.readString(stat));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(
                        p ->
                                new ProcessIdentity(
                                        pid, String.valueOf(p.info().startInstant().orElse(null))));
    }

    private static Optional<ProcessIdentity> fromStat(long pid, String stat) throws IOException {
        // the command's name stands in brackets and may contain blanks: count the fields after it
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        // a zombie with other threads is still on its way out and may hold its ports
        if (fields[0].equals("Z") && Integer.parseInt(fields[17]) <= 1) {
            return Optional.empty();
        }
        var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        return Optional.of(new ProcessIdentity(pid, fields[19] + "@" + boot));
    }

    /** Whether this very process still lives. */
    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }
}
