package de.kim.kit.store;

import static de.kim.kit.store.Store.event;
import static de.kim.kit.store.Store.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.store.sample.CourseHistory;
import de.kim.kit.testing.TestPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendTest {
    final TestPostgres postgres = TestPostgres.migrated();
    final AtomicInteger statements = new AtomicInteger();
    Store store;

    @BeforeAll
    void open() {
        store = new Store(postgres, Store.NO_POLL, this::counting);
    }

    @AfterAll
    void close() throws SQLException {
        store.close();
    }

    static String course() {
        return "course-" + UUID.randomUUID();
    }

    @Test
    void all_events_of_a_unit_of_work_take_one_statement() {
        String one = course();
        String two = course();
        statements.set(0);
        store.append(event(one, 0), event(two, 0), note(one, 1), event(one, 2), event(two, 1));
        assertThat(statements).hasValue(1);
        assertThat(store.engine.readEvents(one).asStream()).hasSize(3);
        assertThat(statements).hasValue(2);
    }

    @Test
    void events_come_back_as_they_were() {
        String course = course();
        var opened =
                event(course, 0, new CourseHistory.Opened(course, 20))
                        .andMetaData(java.util.Map.of("body", "vhs"));
        store.append(opened);
        var read = store.engine.readEvents(course).next();
        assertThat(read.getPayload()).isEqualTo(opened.getPayload());
        assertThat(read.getMetaData()).isEqualTo(opened.getMetaData());
        assertThat(read.getIdentifier()).isEqualTo(opened.getIdentifier());
        assertThat(read.getType()).isEqualTo("Course");
        assertThat(read.getTimestamp().toEpochMilli())
                .isEqualTo(opened.getTimestamp().toEpochMilli());
    }

    @Test
    void no_java_package_is_stored() {
        String course = course();
        store.append(event(course, 0, new CourseHistory.Opened(course, 20)));
        assertThat(
                        store.jdbc
                                .sql("select type from event where aggregate_id = ?")
                                .param(course)
                                .query(String.class)
                                .single())
                .isEqualTo("CourseHistory.Opened");
        assertThat(
                        store.jdbc
                                .sql(
                                        "select count(*) from event e where strpos(encode("
                                                + "convert_to(e::text, 'UTF8'), 'escape'), 'de.kim') > 0")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void public_events_are_numbered_per_aggregate_without_a_gap() {
        String one = course();
        String two = course();
        store.append(event(one, 0));
        store.append(note(one, 1));
        store.append(event(one, 2));
        store.append(note(two, 0), event(one, 3), event(two, 1), note(one, 4), event(one, 5));
        store.append(event(two, 2));
        assertThat(numbers(one)).containsExactly(1L, null, 2L, 3L, null, 4L);
        assertThat(numbers(two)).containsExactly(null, 1L, 2L);
    }

    @Test
    void the_stream_tells_the_number_of_a_public_event() {
        String course = course();
        store.append(event(course, 0), note(course, 1), event(course, 2));
        List<OptionalLong> numbers =
                store.engine
                        .readEvents(null, false)
                        .filter(
                                m ->
                                        m instanceof StoredEventMessage<?> e
                                                && e.getAggregateIdentifier().equals(course))
                        .map(m -> ((StoredEventMessage<?>) m).subjectSequence())
                        .toList();
        assertThat(numbers)
                .containsExactly(OptionalLong.of(1), OptionalLong.empty(), OptionalLong.of(2));
    }

    @Test
    void a_sequence_that_is_taken_is_a_conflict() {
        String course = course();
        store.append(event(course, 0), event(course, 1));
        assertThatThrownBy(() -> store.append(event(course, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(event(course, 1), event(course, 2)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(event(course, 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(numbers(course)).containsExactly(1L, 2L);
    }

    @Test
    void an_aggregate_has_no_gap() {
        String course = course();
        store.append(event(course, 0));
        assertThatThrownBy(() -> store.append(event(course, 2)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(event(course, 2), event(course, 3)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> store.append(event(course(), 7)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(numbers(course)).containsExactly(1L);
    }

    @Test
    void an_event_nobody_has_named_is_neither_stored_nor_guessed() {
        assertThatThrownBy(
                        () ->
                                store.transaction.executeWithoutResult(
                                        status ->
                                                store.engine.appendEvents(
                                                        GenericEventMessage.asEventMessage(
                                                                "text"))))
                .isInstanceOf(UnknownStoredEventException.class);
    }

    @Test
    void an_aggregate_without_an_identifier_is_refused() {
        assertThatThrownBy(() -> store.append(event("", 0)))
                .isInstanceOf(EventStoreException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = ''",
                "delete from event",
                "truncate event",
                "select nextval('event_position_seq')",
                "select setval('event_position_seq', 1)",
                "alter table event disable trigger all",
                "insert into event (position, aggregate_id, sequence, event_id, type, payload, metadata,"
                        + " occurred_at, public_count) overriding system value values (1000000, 'x', 0,"
                        + " gen_random_uuid(), 'x', '', '', now(), 0)"
            })
    void the_services_role_can_only_add(String forbidden) throws SQLException {
        store.append(event(course(), 0));
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(forbidden))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void a_store_whose_sequence_is_behind_its_events_does_not_start() throws Exception {
        TestPostgres restored = TestPostgres.migrated();
        try (Store other = new Store(restored, Store.NO_POLL)) {
            StoreIntegrity integrity = new StoreIntegrity(other.pool);
            integrity.afterPropertiesSet();
            other.append(event(course(), 0), event(course(), 0), event(course(), 0));
            integrity.afterPropertiesSet();
            try (Connection owner = restored.connectAsOwner();
                    Statement statement = owner.createStatement()) {
                statement.execute("select setval('event_position_seq', 2)");
            }
            assertThatThrownBy(integrity::afterPropertiesSet)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("stands at 2")
                    .hasMessageContaining("up to 3");
        }
    }

    private List<Long> numbers(String course) {
        return store.jdbc
                .sql("select subject_sequence from event where aggregate_id = ? order by sequence")
                .param(course)
                .query((row, index) -> (Long) row.getObject(1))
                .list();
    }

    /** Counts the statements that go to the database. */
    private DataSource counting(DataSource dataSource) {
        return proxy(
                DataSource.class,
                dataSource,
                result ->
                        result instanceof Connection connection
                                ? proxy(Connection.class, connection, this::countingStatement)
                                : result);
    }

    private Object countingStatement(Object result) {
        if (result instanceof PreparedStatement) {
            statements.incrementAndGet();
        }
        return result;
    }

    private static <T> T proxy(
            Class<T> type, T target, java.util.function.UnaryOperator<Object> results) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            try {
                                return results.apply(method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
