package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.store.sample.Course;
import de.kim.kit.store.sample.CourseCommand;
import de.kim.kit.store.sample.SampleTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class WiringTest extends SampleTest {
    @Autowired ApplicationContext context;
    @Autowired TokenStore tokens;
    @Autowired TransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry metrics;
    @Autowired CommandGateway commands;

    @Test
    void axon_finds_our_store_and_jdbc_and_transactions_on_boot_4() {
        assertThat(context.getBean(EventStorageEngine.class))
                .isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(context.getBean(EventBus.class)).isInstanceOf(PostgresEventStore.class);
        assertThat(tokens).isInstanceOf(JdbcTokenStore.class);
        assertThat(transactions).isInstanceOf(SavepointTransactionManager.class);
        assertThat(context.getBean("courseRepository", Repository.class))
                .isInstanceOf(HotAggregateRepository.class);
        assertThat(context.getBeanNamesForType(Course.class)).hasSize(1);
    }

    @Test
    void nothing_is_serialized_with_xstream() {
        Map<String, Serializer> serializers = context.getBeansOfType(Serializer.class);
        assertThat(serializers)
                .hasSize(3)
                .allSatisfy(
                        (name, serializer) ->
                                assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
    }

    @Test
    void a_duplicate_key_of_postgresql_is_recognised() {
        assertThat(
                        context.getBean(PersistenceExceptionResolver.class)
                                .isDuplicateKeyViolation(
                                        new java.sql.SQLException("duplicate", "23505")))
                .isTrue();
    }

    @Test
    void the_token_of_a_reset_processor_can_be_read_back() {
        TrackingToken reset =
                ReplayToken.createReplayToken(
                        new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(4));
        transactions.executeInTransaction(
                () -> {
                    tokens.initializeTokenSegments("reset", 1, reset);
                    assertThat(tokens.fetchToken("reset", 0)).isEqualTo(reset);
                });
        assertThat(
                        jdbc.sql(
                                        "select token_type from token_entry where processor_name = 'reset'")
                                .query(String.class)
                                .single())
                .isEqualTo(ReplayToken.class.getName());
    }

    @Test
    void a_processor_of_an_instance_that_died_is_taken_over_after_five_seconds() {
        claimedElsewhere("alive", Instant.now().minusSeconds(2));
        claimedElsewhere("dead", Instant.now().minusSeconds(6));
        transactions.executeInTransaction(
                () -> {
                    assertThatThrownBy(() -> tokens.fetchToken("alive", 0))
                            .isInstanceOf(UnableToClaimTokenException.class);
                    assertThat(tokens.fetchToken("dead", 0)).isNull();
                });
    }

    private void claimedElsewhere(String processor, Instant at) {
        jdbc.sql(
                        "insert into token_entry (processor_name, segment, timestamp, owner)"
                                + " values (?, 0, ?, '1@elsewhere')")
                .params(processor, at.toString())
                .update();
    }

    @Test
    void no_transaction_of_the_service_stays_open_for_long() {
        assertThat(jdbc.sql("show transaction_timeout").query(String.class).single())
                .isEqualTo("1min");
        assertThat(
                        jdbc.sql("show idle_in_transaction_session_timeout")
                                .query(String.class)
                                .single())
                .isEqualTo("20s");
    }

    @Test
    void the_delay_of_readers_and_the_events_appended_are_measured() {
        assertThat(metrics.get("kim.store.horizon.delay").timeGauge().value(TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(0);
        double before = metrics.get("kim.store.appended").counter().count();
        commands.sendAndWait(new CourseCommand.Open("course-" + UUID.randomUUID(), 1));
        assertThat(metrics.get("kim.store.appended").counter().count())
                .isGreaterThanOrEqualTo(before + 1);
    }
}
