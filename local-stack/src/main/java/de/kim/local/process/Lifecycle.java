package de.kim.local.process;

import de.kim.local.KimHome;
import de.kim.local.Progress;
import de.kim.local.Trouble;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Starts, checks and stops the process of one component: the same way for all of them. */
public final class Lifecycle {
    private static final Duration TICK = Duration.ofMillis(40);

    /** A cache is written after the work has stopped, by the same process. */
    private static final Duration TRAINED = Duration.ofMinutes(10);

    private static final boolean HAS_SETSID = new File("/usr/bin/setsid").canExecute();

    private final KimHome home;
    private final Component component;
    private final PidFile pidFile;
    private final LogFile log;
    private final Manner manner;

    /** The process as it is started usually. */
    public Lifecycle(KimHome home, Component component) {
        this(home, component, Manner.QUICK);
    }

    public Lifecycle(KimHome home, Component component, Manner manner) {
        this.home = home;
        this.component = component;
        this.manner = manner;
        this.pidFile = new PidFile(home.pidFile(component.name()));
        this.log = new LogFile(home.log(component.name()));
    }

    /** The component's name. */
    public String name() {
        return component.name();
    }

    /** The pid of the living process. */
    public OptionalLong pid() {
        return living().map(e -> OptionalLong.of(e.process().pid())).orElse(OptionalLong.empty());
    }

    /** Whether the process lives and does its work. */
    public boolean healthy() {
        return living().isPresent() && component.ready();
    }

    /**
     * Brings the component to a healthy state; does nothing to a process that is healthy and up to
     * date.
     */
    public void up(Progress progress) {
        var running = living();
        if (running.isPresent() && !running.get().fingerprint().equals(launch().fingerprint())) {
            progress.tell(name(), "has new settings, restarting");
            down(progress);
            running = Optional.empty();
        }
        var begun = Instant.now();
        var process = running.isPresent() ? running.get().process() : start(progress);
        awaitReady(process);
        component.settle();
        if (running.isEmpty()) {
            progress.tell(
                    name(),
                    "ready after %.1f s"
                            .formatted(Duration.between(begun, Instant.now()).toMillis() / 1e3));
        }
    }

    /** Stops the process: first by asking, then hard. Does nothing where none runs. */
    public void down(Progress progress) {
        var running = living();
        if (running.isPresent()) {
            var byItself = stop(running.get().process(), progress);
            component.cache().ifPresent(cache -> cache.finish(byItself));
        }
        pidFile.delete();
    }

    private boolean stop(ProcessIdentity process, Progress progress) {
        progress.tell(name(), "stopping");
        signal(process, component.stopSignal());
        var byItself = gone(process, manner == Manner.TRAINING ? TRAINED : component.grace());
        if (!byItself) {
            progress.tell(name(), "does not stop by itself, killing it");
            signal(process, "KILL");
            gone(process, Duration.ofSeconds(10));
        }
        progress.tell(name(), "stopped");
        return byItself;
    }

    /** Kills the process without warning (SIGKILL), as a fault would. */
    public void kill() {
        living().ifPresent(
                        entry -> {
                            signal(entry.process(), "KILL");
                            gone(entry.process(), Duration.ofSeconds(10));
                        });
    }

    private Optional<PidFile.Entry> living() {
        return pidFile.living().or(this::adopted);
    }

    private Optional<PidFile.Entry> adopted() {
        var orphan = component.orphan();
        if (orphan.isEmpty()) {
            return Optional.empty();
        }
        return ProcessIdentity.of(orphan.getAsLong()).map(p -> new PidFile.Entry(p, "unknown"));
    }

    private ProcessIdentity start(Progress progress) {
        progress.tell(name(), "starting");
        component.prepare();
        log.rotate();
        var launch = launch();
        var builder =
                new ProcessBuilder(detached(launch.command()))
                        .directory(home.folder().toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            var pid = builder.start().pid();
            var process = ProcessIdentity.of(pid).orElseThrow(() -> died("died at once"));
            pidFile.write(new PidFile.Entry(process, launch.fingerprint()));
            return process;
        } catch (IOException e) {
            throw new Trouble(
                    "%s cannot be started: %s.".formatted(name(), e.getMessage()),
                    "Check that %s exists and may be executed."
                            .formatted(launch.command().getFirst()),
                    e);
        }
    }

    private Launch launch() {
        return component.launch(component.cache().map(manner::options).orElse(List.of()));
    }

    /**
     * In a session of its own a process outlives the terminal, and Ctrl-C at the command line does
     * not reach it.
     */
    private static List<String> detached(List<String> command) {
        if (!HAS_SETSID) {
            return command;
        }
        var all = new ArrayList<String>(List.of("/usr/bin/setsid"));
        all.addAll(command);
        return all;
    }

    private void awaitReady(ProcessIdentity process) {
        var deadline = Instant.now().plus(component.patience());
        while (!component.ready()) {
            if (gone(process, TICK)) {
                throw died("died while starting");
            }
            if (Instant.now().isAfter(deadline)) {
                throw died("is not ready after %d s".formatted(component.patience().toSeconds()));
            }
        }
    }

    private Trouble died(String what) {
        return new Trouble(
                "%s %s.".formatted(name(), what),
                "Its log is %s; it ends with:".formatted(log.file()),
                log.tail(15));
    }

    private static void signal(ProcessIdentity process, String signal) {
        // looked at again: never signal a pid that meanwhile belongs to another process
        if (!process.alive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits until the process is gone; false when it still lives at the end of the time. */
    private static boolean gone(ProcessIdentity process, Duration within) {
        var deadline = System.nanoTime() + within.toNanos();
        while (process.alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(TICK.toNanos(), within.toNanos()));
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        return true;
    }

    private static Trouble interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Trouble("Interrupted while waiting.", "Run ./kim status to see what runs.", e);
    }
}
