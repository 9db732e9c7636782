package de.kim.kit.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reader's way through all events. Used by one thread at a time. */
final class EventStream implements TrackingEventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int BATCH = 1000;

    /** How soon to look again while a writer keeps positions unsettled; doubles up to the poll. */
    private static final long FIRST_RETRY_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    private static final long LAST_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How soon to look again when the database did not answer. */
    private static final long UNREACHABLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** What all streams of a store share. */
    record Source(StreamReader reader, EventRows rows, WakeSignal signal, Duration poll) {}

    private final Source source;
    private final Deque<StoredEvent> fetched = new ArrayDeque<>();
    private long position;
    private long lastWakes = -1;
    private long nextLook = System.nanoTime();
    private long retry = FIRST_RETRY_NANOS;
    private @Nullable CompletableFuture<StreamReader.Look> ahead;
    private @Nullable StoredEventMessage<?> next;
    private @Nullable Runnable callback;
    private volatile boolean closed;

    EventStream(Source source, long position) {
        this.source = source;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(next()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (next() == null && !closed) {
            long wakes = source.signal().wakes();
            if (wakes != lastWakes || System.nanoTime() - nextLook >= 0) {
                look();
                lastWakes = wakes;
            }
            long now = System.nanoTime();
            if (fetched.isEmpty() && deadline - now <= 0) {
                return false;
            }
            if (fetched.isEmpty()) {
                source.signal().await(wakes, Math.min(nextLook - now, deadline - now));
            }
        }
        return !closed;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            if (hasNextAvailable(1, TimeUnit.SECONDS)) {
                StoredEventMessage<?> message = next();
                if (message != null) {
                    next = null;
                    return message;
                }
            }
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
        }
    }

    /**
     * The next message of what was fetched, turned into a message once; null when there is none.
     */
    private @Nullable StoredEventMessage<?> next() {
        if (next == null && !fetched.isEmpty()) {
            next = source.rows().message(fetched.removeFirst());
        }
        return next;
    }

    /** Looks for events, and decides when to look again if nobody wakes us before. */
    private void look() {
        long pause = source.poll().toNanos();
        try {
            StreamReader.Look look = ahead == null ? read(position) : ahead.join();
            fetched.addAll(look.events());
            if (fetched.isEmpty() && look.isWaiting()) {
                pause = Math.min(retry, pause);
                retry = Math.min(2 * retry, LAST_RETRY_NANOS);
            } else {
                retry = FIRST_RETRY_NANOS;
            }
        } catch (CompletionException | EventStoreException e) {
            LOG.warn("The event store cannot be read, trying again: {}", e.getMessage());
            pause = UNREACHABLE_NANOS;
        }
        ahead = null;
        nextLook = System.nanoTime() + pause;
        if (!fetched.isEmpty()) {
            position = fetched.getLast().position();
            nextLook = System.nanoTime();
        }
        if (fetched.size() == BATCH) {
            readAhead(position);
        }
    }

    /** There is probably more: it is fetched while these events are being handled. */
    private void readAhead(long behind) {
        ahead = CompletableFuture.supplyAsync(() -> read(behind), Thread::startVirtualThread);
    }

    private StreamReader.Look read(long behind) {
        try {
            return source.reader().after(behind, BATCH);
        } catch (SQLException e) {
            throw new EventStoreException("No events behind position " + behind, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (callback != null) {
            source.signal().forget(callback);
        }
    }

    /**
     * Calls back on every wake. It still answers that callbacks are not supported, so that the
     * processor keeps its own polling too: an event behind a slow writer becomes readable without
     * any wake.
     */
    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        source.signal().onWake(onAvailable);
        return false;
    }
}
