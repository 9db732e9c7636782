package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.store.sample.CourseHistory;
import de.kim.kit.testing.TestPostgres;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

/**
 * Why there is an engine of our own: Axon's, on the same PostgreSQL, loses an event that commits
 * after its gap timeout. The timeout is 60 seconds by default and one here.
 */
class StockEngineTest {
    final TestPostgres postgres = TestPostgres.fresh();
    final Serializer serializer = Jackson3Serializer.builder().build();

    private static DomainEventMessage<CourseHistory> event(String course, Instant at) {
        return new GenericDomainEventMessage<>(
                "Course",
                course,
                0,
                new CourseHistory.PlaceTaken(course, "Ada"),
                Map.of(),
                UUID.randomUUID().toString(),
                at);
    }

    @Test
    void axons_engine_silently_loses_an_event_that_commits_after_its_gap_timeout()
            throws Exception {
        try (Connection late = postgres.connectAsOwner();
                Connection quick = postgres.connectAsOwner()) {
            AtomicReference<Connection> current = new AtomicReference<>(quick);
            JdbcEventStorageEngine engine =
                    JdbcEventStorageEngine.builder()
                            .connectionProvider(
                                    () ->
                                            org.axonframework.common.jdbc.ConnectionWrapperFactory
                                                    .wrap(
                                                            current.get(),
                                                            new org.axonframework.common.jdbc
                                                                    .ConnectionWrapperFactory
                                                                    .NoOpCloseHandler()))
                            .transactionManager(NoTransactionManager.INSTANCE)
                            .eventSerializer(serializer)
                            .snapshotSerializer(serializer)
                            .schema(new EventSchema())
                            .gapTimeout(1_000)
                            .build();
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            Instant longAgo = Instant.now().minusSeconds(120);

            late.setAutoCommit(false);
            current.set(late);
            engine.appendEvents(event("late", longAgo));
            current.set(quick);
            engine.appendEvents(event("quick", longAgo.plusSeconds(1)));

            List<? extends TrackedEventMessage<?>> before = engine.readEvents(null, false).toList();
            assertThat(before).hasSize(1);
            late.commit();
            TrackingToken token = before.getFirst().trackingToken();
            assertThat(engine.readEvents(token, false).toList()).isEmpty();
            assertThat(engine.readEvents("late").hasNext()).as("stored all the same").isTrue();
        }
    }
}
