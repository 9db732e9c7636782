package de.kim.reporting.read;

import de.kim.events.Envelope;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postgresql.PGStatement;

/**
 * Reads the ledger in order, through a cursor. While the next rows arrive, another thread decodes
 * the ones before; each event is decoded once.
 */
final class LedgerReader {
    private static final int BATCH = 2000;
    private static final int BATCHES_AHEAD = 8;

    private final CloudEventJson json = new CloudEventJson();

    /**
     * Hands over the events with an index from–before, ascending; not those of a type that this
     * version does not know: they mean nothing to it.
     *
     * @param connection without auto-commit, else PostgreSQL sends everything at once
     */
    void read(Connection connection, long from, long before, Consumer<Envelope> events)
            throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "select bytes from ledger where index >= ? and index < ?"
                                        + " order by index");
                ExecutorService decoders = Executors.newFixedThreadPool(decoders())) {
            query.setFetchSize(BATCH);
            // Bytes as bytes from the first row on, not as hexadecimal text.
            query.unwrap(PGStatement.class).setPrepareThreshold(-1);
            query.setLong(1, from);
            query.setLong(2, before);
            Deque<Future<List<Envelope>>> ahead = new ArrayDeque<>();
            try (ResultSet rows = query.executeQuery()) {
                List<byte[]> batch = new ArrayList<>(BATCH);
                while (rows.next()) {
                    batch.add(rows.getBytes(1));
                    if (batch.size() == BATCH) {
                        ahead.add(decoders.submit(decoding(batch)));
                        batch = new ArrayList<>(BATCH);
                        drain(ahead, BATCHES_AHEAD, events);
                    }
                }
                ahead.add(decoders.submit(decoding(batch)));
                drain(ahead, 0, events);
            }
        }
    }

    private static int decoders() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private Callable<List<Envelope>> decoding(List<byte[]> batch) {
        return () -> batch.stream().flatMap(this::known).toList();
    }

    private Stream<Envelope> known(byte[] bytes) {
        return LedgerBytes.decode(json, bytes) instanceof Reading.Known known
                ? Stream.of(known.envelope())
                : Stream.empty();
    }

    private static void drain(
            Deque<Future<List<Envelope>>> ahead, int leave, Consumer<Envelope> events) {
        while (ahead.size() > leave) {
            try {
                ahead.remove().get().forEach(events);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while rebuilding", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("an event could not be decoded", e.getCause());
            }
        }
    }
}
