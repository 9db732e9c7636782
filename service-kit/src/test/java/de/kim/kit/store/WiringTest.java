package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.store.sample.Course;
import de.kim.kit.store.sample.SampleTest;
import java.util.Map;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
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
}
