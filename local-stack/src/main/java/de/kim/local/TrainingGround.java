package de.kim.local;

import de.kim.local.kafka.Kafka;
import de.kim.local.postgres.Postgres;
import de.kim.local.process.Lifecycle;
import de.kim.local.service.Service;
import de.kim.local.service.Trainee;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stack of its own with empty databases, in which services run once to leave their AOT caches:
 * nothing of the real stack is touched, and a service gets as far as in earnest.
 */
final class TrainingGround {
    private final KimHome home;
    private final Stack stack;

    TrainingGround(KimHome real, Installation installation, List<Service> services) {
        this.home = new KimHome(real.resolve("training"));
        this.stack = new Stack(home, installation, services, Map.of());
    }

    /**
     * Lets each service run once.
     *
     * @param untrained the services of the real stack without a cache
     */
    void train(List<Service> untrained, KimHome jars, Progress progress) {
        clear();
        try {
            stack.up(progress, Set.of(Postgres.NAME, Kafka.NAME));
            untrained.forEach(
                    service -> train(new Trainee(stack.process(service, jars)), progress));
        } finally {
            clear();
        }
    }

    /** Stops and deletes what a training left, even one that was cut short. */
    void clear() {
        try {
            stack.down(Progress.SILENT);
            Folders.delete(home.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void train(Trainee trainee, Progress progress) {
        var run = new Lifecycle(home, trainee);
        run.up(progress);
        trainee.finish(run.down(progress));
    }
}
