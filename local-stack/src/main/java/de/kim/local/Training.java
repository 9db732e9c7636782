package de.kim.local;

import de.kim.local.process.AotCache;
import de.kim.local.process.Manner;
import de.kim.local.service.Service;
import de.kim.local.service.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is made once a build, so that every start of it is quick: unpacked programs, and AOT caches
 * from a run of a whole stack with empty databases, in which the services do a little of their real
 * work. All of it lies in the build output, and no other stack is touched.
 */
public final class Training {
    private final Installation installation;
    private final KimHome home;
    private final Stack stack;

    Training(Installation installation, List<Service> services) {
        this.installation = installation;
        this.home = new KimHome(installation.start().resolve("training"));
        this.stack = new Stack(home, installation, services, Map.of(), Manner.TRAINING);
    }

    /** The training of what was built here. */
    public static Training found() {
        return new Training(Installation.found(), Services.ALL);
    }

    /**
     * Makes what is missing.
     *
     * @param work what the stack does, once it runs
     */
    public void run(Progress progress, Consumer<Status> work) {
        stack.unpack();
        if (stack.caches().stream().noneMatch(AotCache::missing)) {
            return;
        }
        clear();
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear, "end-of-training"));
        try {
            progress.tell("training", "starts a stack of its own");
            var status = stack.up(Progress.SILENT);
            progress.tell("training", "works a little");
            work.accept(status);
            progress.tell("training", "keeps the classes it used");
            stack.down(Progress.SILENT);
            forgetOldBuilds();
            progress.tell("training", "ready");
        } finally {
            clear();
        }
    }

    /** Those of services go with their unpacked jars. */
    private void forgetOldBuilds() {
        var kept = stack.caches();
        try (var files = Files.newDirectoryStream(installation.start(), "*.aot")) {
            for (var file : files) {
                if (!kept.contains(new AotCache(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills and deletes what a training left, even one that was cut short. */
    private synchronized void clear() {
        try {
            stack.names().forEach(stack::kill);
            Folders.delete(home.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
