package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.testing.TestPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Many writers at once, some slow, some rolled back, some in conflict, and readers among them. */
class ConcurrentWritersTest {
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 150;
    private static final int COURSES = 5;

    final TestPostgres postgres = TestPostgres.migrated();
    final Set<String> committed = java.util.concurrent.ConcurrentHashMap.newKeySet();

    @Test
    void every_reader_sees_every_committed_event_once_and_each_aggregate_in_order()
            throws Exception {
        try (Store store = new Store(postgres, Store.NO_POLL);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, List<Long>> one = new HashMap<>();
            Map<String, List<Long>> two = new HashMap<>();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                writers.add(threads.submit(() -> write(store, new Random(seed))));
            }
            Future<?> first = threads.submit(() -> read(store, one, writers));
            Future<?> second = threads.submit(() -> read(store, two, writers));
            for (Future<?> writer : writers) {
                writer.get();
            }
            store.signal.wake();
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
            assertThat(one).isEqualTo(two);
            assertThat(names(one)).isEqualTo(committed);
            one.forEach(
                    (course, sequences) ->
                            assertThat(sequences)
                                    .as(course)
                                    .isSorted()
                                    .doesNotHaveDuplicates()
                                    .hasSize(sequences.getLast().intValue() + 1));
        }
    }

    private void write(Store store, Random random) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            try {
                store.transaction.executeWithoutResult(
                        status -> {
                            String course = "course-" + random.nextInt(COURSES);
                            long next = store.engine.lastSequenceNumberFor(course).orElse(-1L) + 1;
                            for (int event = 0; event <= random.nextInt(3); event++) {
                                events.add(Store.event(course, next + event));
                            }
                            store.engine.appendEvents(events);
                            if (random.nextBoolean()) { // it waits for the commit no longer
                                store.jdbc.sql("select 1").query(Integer.class).single();
                            }
                            if (random.nextInt(4) == 0) {
                                LockSupport.parkNanos(random.nextInt(8_000_000));
                            }
                            if (random.nextInt(4) == 0) {
                                status.setRollbackOnly();
                                events.clear();
                            }
                        });
                events.forEach(
                        e ->
                                committed.add(
                                        e.getAggregateIdentifier() + "/" + e.getSequenceNumber()));
            } catch (ConcurrencyException e) {
                // Somebody was faster: nothing was stored.
            }
        }
    }

    private static void read(Store store, Map<String, List<Long>> seen, List<Future<?>> writers) {
        try (TrackingEventStream stream = store.store.openStream(null)) {
            while (true) {
                boolean done = writers.stream().allMatch(Future::isDone);
                while (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                    DomainEventMessage<?> event = (DomainEventMessage<?>) stream.nextAvailable();
                    seen.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>())
                            .add(event.getSequenceNumber());
                }
                if (done && !store.reader.isWaiting()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(Map<String, List<Long>> seen) {
        Set<String> names = new HashSet<>();
        seen.forEach((course, all) -> all.forEach(sequence -> names.add(course + "/" + sequence)));
        return names;
    }
}
