package de.kim.kit.store;

import com.zaxxer.hikari.HikariDataSource;
import de.kim.kit.store.sample.CourseHistory;
import de.kim.kit.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.tracing.NoOpSpanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance of a service, as far as its event store goes; a test may have several. */
final class Store implements AutoCloseable {
    static final Duration NO_POLL = Duration.ofHours(1);

    final Serializer serializer = Jackson3Serializer.builder().build();
    final HikariDataSource pool;
    final DataSource dataSource;
    final JdbcTransactionManager transactions;
    final TransactionTemplate transaction;
    final JdbcClient jdbc;
    final WakeSignal signal = new WakeSignal();
    final RemoteWake remoteWake;
    final StreamReader reader;
    final PostgresEventStorageEngine engine;
    final PostgresEventStore store;

    Store(TestPostgres postgres, Duration poll) {
        this(postgres, poll, dataSource -> dataSource);
    }

    Store(TestPostgres postgres, Duration poll, UnaryOperator<DataSource> wrapped) {
        this(postgres, poll, postgres.pool(20), wrapped);
    }

    Store(
            TestPostgres postgres,
            Duration poll,
            HikariDataSource pool,
            UnaryOperator<DataSource> wrapped) {
        this.pool = pool;
        AppendingDataSource appending = new AppendingDataSource(wrapped.apply(pool));
        dataSource = appending;
        transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        jdbc = JdbcClient.create(dataSource);
        remoteWake = new RemoteWake(postgres::connect, signal);
        StoredEventTypes types = StoredEventTypes.ofSealed(CourseHistory.class);
        EventRows rows = new EventRows(types, serializer);
        reader = new StreamReader(postgres::connect, rows);
        PublicCounts counts = new PublicCounts();
        engine =
                new PostgresEventStorageEngine(
                        appending,
                        rows,
                        new AppendStatement(
                                types,
                                payload -> !(payload instanceof CourseHistory.Noted),
                                counts,
                                serializer),
                        counts,
                        reader,
                        new AfterCommit(signal, remoteWake::tell),
                        new SimpleMeterRegistry());
        store =
                PostgresEventStore.over(
                        engine,
                        reader,
                        rows,
                        signal,
                        poll,
                        DefaultEventBusSpanFactory.builder()
                                .spanFactory(NoOpSpanFactory.INSTANCE)
                                .build());
    }

    static DomainEventMessage<CourseHistory> event(String course, long sequence) {
        return event(course, sequence, new CourseHistory.PlaceTaken(course, "Ada"));
    }

    static DomainEventMessage<CourseHistory> note(String course, long sequence) {
        return event(course, sequence, new CourseHistory.Noted(course, "x"));
    }

    static DomainEventMessage<CourseHistory> event(
            String course, long sequence, CourseHistory payload) {
        return new GenericDomainEventMessage<>("Course", course, sequence, payload);
    }

    /** Appends in a transaction of its own. */
    void append(DomainEventMessage<?>... events) {
        transaction.executeWithoutResult(status -> engine.appendEvents(List.of(events)));
    }

    /** What a stream that starts now at the beginning shows until it would have to wait. */
    List<String> shown() {
        try (TrackingEventStream stream = store.openStream(null)) {
            List<String> shown = new ArrayList<>();
            while (stream.hasNextAvailable()) {
                shown.add(name(stream.nextAvailable()));
            }
            return shown;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next events of a stream, waited for as long as it takes. */
    static List<String> next(TrackingEventStream stream, int count) throws InterruptedException {
        List<String> shown = new ArrayList<>();
        while (shown.size() < count && stream.hasNextAvailable(1, TimeUnit.HOURS)) {
            shown.add(name(stream.nextAvailable()));
        }
        return shown;
    }

    /** {@code course/sequence}. */
    static String name(TrackedEventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return event.getAggregateIdentifier() + "/" + event.getSequenceNumber();
    }

    @Override
    public void close() throws SQLException {
        remoteWake.stop();
        reader.close();
        pool.close();
    }
}
