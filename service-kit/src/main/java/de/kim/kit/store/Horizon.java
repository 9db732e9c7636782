package de.kim.kit.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Up to which position the stream is final: no event that is not visible yet can appear at or below
 * it.
 *
 * <p>A writer draws a position inside its INSERT, so while it holds its lock on table {@code
 * event}, and PostgreSQL makes its commit visible before it gives the lock back. So: read the
 * highest position drawn, then who holds the lock. Every position up to that one belongs to a
 * transaction that has ended or to one of these holders. As soon as none of them is seen holding
 * the lock, all of those positions are visible or never will be. Whoever takes the lock later draws
 * higher positions and does not matter.
 *
 * <p>Several such observations are kept at once, so that under a constant stream of writers the
 * horizon follows at the distance of the slowest open writer and not of two of them.
 *
 * <p>It is valid only for the database session in which the observations were made: a crash of the
 * server can make the sequence give out a number again that nobody committed. Not thread-safe.
 */
final class Horizon {
    private static final int OBSERVATIONS_KEPT = 64;

    private record Observation(long highest, Set<String> writers, long atNanos) {}

    private final Deque<Observation> open = new ArrayDeque<>();
    private long settled;

    /** Every position up to this one is final. */
    long settled() {
        return settled;
    }

    /** Positions were drawn of which it is not known yet whether they become visible. */
    boolean isWaiting() {
        return !open.isEmpty();
    }

    /** For how long the oldest unsettled position has been waited for. */
    Duration delay(long nowNanos) {
        Observation oldest = open.peekFirst();
        return oldest == null ? Duration.ZERO : Duration.ofNanos(nowNanos - oldest.atNanos());
    }

    /**
     * Takes in what was seen.
     *
     * @param highest the highest position drawn, read <em>before</em> the writers were
     * @param writers the virtual transactions that hold the lock of a writer on table {@code event}
     * @param nowNanos {@link System#nanoTime()}
     */
    void observe(long highest, Set<String> writers, long nowNanos) {
        if (writers.isEmpty()) {
            open.clear();
            settled = Math.max(settled, highest);
            return;
        }
        for (Observation first = open.peekFirst(); first != null; first = open.peekFirst()) {
            first.writers().retainAll(writers);
            if (!first.writers().isEmpty()) {
                break;
            }
            settled = Math.max(settled, first.highest());
            open.removeFirst();
        }
        Observation last = open.peekLast();
        long known = last == null ? settled : last.highest();
        if (highest > known && open.size() < OBSERVATIONS_KEPT) {
            open.addLast(new Observation(highest, new HashSet<>(writers), nowNanos));
        }
    }
}
