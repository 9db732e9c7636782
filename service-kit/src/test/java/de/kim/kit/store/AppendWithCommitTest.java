package de.kim.kit.store;

import static de.kim.kit.store.Store.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.work.RootUnitOfWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An append waits for the commit, and nobody notices but by the round trip that is missing. Where
 * the transaction has done something else before, COMMIT is sent along; where it has not, the
 * append is a transaction by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendWithCommitTest {
    final TestPostgres postgres = TestPostgres.migrated("classpath:db/sample");
    Store store;

    @BeforeAll
    void open() {
        store = new Store(postgres, Store.NO_POLL);
    }

    @AfterAll
    void close() throws SQLException {
        store.close();
    }

    private static String course() {
        return "course-" + UUID.randomUUID();
    }

    private void inTransaction(Runnable work) {
        store.transaction.executeWithoutResult(status -> work.run());
    }

    private TransactionTemplate transaction(Consumer<TransactionTemplate> settings) {
        TransactionTemplate template = new TransactionTemplate(store.transactions);
        settings.accept(template);
        return template;
    }

    private void nested(Runnable work) {
        transaction(t -> t.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED))
                .executeWithoutResult(status -> work.run());
    }

    private void append(DomainEventMessage<?>... events) {
        store.engine.appendEvents(List.of(events));
    }

    private void write(String text) {
        store.jdbc.sql("insert into note (text) values (?)").param(text).update();
    }

    private Connection connection() {
        return DataSourceUtils.getConnection(store.dataSource);
    }

    /**
     * How many positions were ever drawn: shows whether an INSERT was executed, committed or not.
     */
    private long drawn() {
        return seenByOthers(StreamReader.HIGHEST);
    }

    private long stored(String course) {
        return seenByOthers("select count(*) from event where aggregate_id = '" + course + "'");
    }

    private long notes(String text) {
        return seenByOthers("select count(*) from note where text = '" + text + "'");
    }

    private long seenByOthers(String sql) {
        try (Connection other = postgres.connect();
                Statement statement = other.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_append_is_executed_at_the_commit() {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    append(event(course, 0));
                    assertThat(drawn()).isEqualTo(before);
                });
        assertThat(drawn()).isEqualTo(before + 1);
        assertThat(stored(course)).isEqualTo(1);
    }

    @Test
    void an_append_is_committed_together_with_what_was_written_before() {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    write(course);
                    append(event(course, 0), event(course, 1));
                    assertThat(drawn()).isEqualTo(before);
                });
        assertThat(
                        seenByOthers(
                                "select count(*) from event e join note n on n.xmin = e.xmin"
                                        + " where n.text = '%s'".formatted(course)))
                .isEqualTo(2);
    }

    @Test
    void an_append_in_a_transaction_that_is_rolled_back_is_not_even_sent() {
        String course = course();
        long before = drawn();
        store.transaction.executeWithoutResult(
                status -> {
                    write(course);
                    append(event(course, 0));
                    status.setRollbackOnly();
                });
        assertThat(drawn()).isEqualTo(before);
        assertThat(stored(course)).isZero();
    }

    @Test
    void a_conflict_at_the_commit_takes_everything_back() {
        String course = course();
        store.append(event(course, 0));
        assertThatThrownBy(() -> store.append(event(course, 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () -> {
                                            write(course);
                                            append(event(course, 0));
                                        }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(stored(course)).isEqualTo(1);
        assertThat(notes(course)).isZero();
        inTransaction(() -> write(course)); // the connection is as good as new
        assertThat(notes(course)).isEqualTo(1);
    }

    @Test
    void an_append_that_the_database_refuses_takes_everything_back() {
        String course = course();
        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () -> {
                                            write(course);
                                            append(event(course + '\0', 0));
                                        }))
                .isInstanceOf(EventStoreException.class);
        assertThat(notes(course)).isZero();
    }

    /** Ways to have something executed behind an append. */
    interface Use {
        void use(Connection connection, Statement old) throws Exception;
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                Arguments.of("a new statement", (Use) (c, old) -> select(c.createStatement())),
                Arguments.of("an old statement", (Use) (c, old) -> select(old)),
                Arguments.of(
                        "a prepared statement",
                        (Use) (c, old) -> c.prepareStatement("select 1").executeQuery()),
                Arguments.of("a call", (Use) (c, old) -> c.prepareCall("select 1").execute()),
                Arguments.of(
                        "what is inside",
                        (Use)
                                (c, old) ->
                                        c.unwrap(PGConnection.class)
                                                .getCopyAPI()
                                                .copyIn("copy note (text) from stdin")
                                                .endCopy()));
    }

    private static void select(Statement statement) throws SQLException {
        statement.execute("select 1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void whatever_else_is_executed_finds_the_append_done(String what, Use use) {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    try (Statement old = connection().createStatement()) {
                        append(event(course, 0));
                        assertThat(drawn()).isEqualTo(before);
                        use.use(connection(), old);
                        assertThat(drawn()).isEqualTo(before + 1);
                        assertThat(stored(course)).isZero();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(stored(course)).isEqualTo(1);
    }

    @Test
    void after_the_connection_was_opened_up_nothing_waits() throws Exception {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    try (Statement statement = connection().createStatement()) {
                        statement.unwrap(org.postgresql.PGStatement.class);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    append(event(course, 0));
                    assertThat(drawn()).isEqualTo(before + 1);
                    assertThat(stored(course)).isZero();
                });
        assertThat(stored(course)).isEqualTo(1);
    }

    @Test
    void a_transaction_reads_what_it_appended() {
        String course = course();
        inTransaction(
                () -> {
                    append(event(course, 0));
                    assertThat(store.engine.readEvents(course).asStream()).hasSize(1);
                    append(event(course, 1));
                    assertThat(store.engine.lastSequenceNumberFor(course)).contains(1L);
                    append(event(course, 2));
                    assertThat(
                                    store.jdbc
                                            .sql(
                                                    "select count(*) from event where aggregate_id = ?")
                                            .param(course)
                                            .query(Integer.class)
                                            .single())
                            .isEqualTo(3);
                    assertThat(stored(course)).isZero();
                });
        assertThat(stored(course)).isEqualTo(3);
    }

    @Test
    void two_appends_are_one_transaction_in_their_order() {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    append(event(course, 0));
                    append(event(course, 1));
                    assertThat(drawn()).isEqualTo(before + 1);
                    assertThat(stored(course)).isZero();
                });
        assertThat(
                        seenByOthers(
                                "select count(distinct xmin::text) * 10 + count(*) from event"
                                        + " where aggregate_id = '%s'".formatted(course)))
                .isEqualTo(12);
    }

    @Test
    void when_the_second_append_conflicts_the_first_is_gone_too() {
        String one = course();
        String two = course();
        store.append(event(two, 0));
        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () -> {
                                            append(event(one, 0));
                                            append(event(two, 0));
                                        }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(stored(one)).isZero();
    }

    @Test
    void an_append_inside_a_savepoint_is_sent_at_once_and_rolled_back_with_it() {
        String course = course();
        long before = drawn();
        inTransaction(
                () -> {
                    append(event(course, 0));
                    assertThatThrownBy(
                                    () ->
                                            nested(
                                                    () -> {
                                                        append(event(course, 1));
                                                        assertThat(drawn()).isEqualTo(before + 2);
                                                        throw new IllegalStateException("refused");
                                                    }))
                            .hasMessage("refused");
                    append(event(course, 1), event(course, 2));
                });
        assertThat(stored(course)).isEqualTo(3);
    }

    @Test
    void a_failed_conflict_inside_a_savepoint_leaves_the_transaction_usable() {
        String course = course();
        store.append(event(course, 0));
        inTransaction(
                () -> {
                    write(course);
                    assertThatThrownBy(() -> nested(() -> append(event(course, 0))))
                            .isInstanceOf(ConcurrencyException.class);
                    append(event(course, 1));
                });
        assertThat(stored(course)).isEqualTo(2);
        assertThat(notes(course)).isEqualTo(1);
    }

    @Test
    void savepoints_set_late_roll_back_what_they_should_and_nothing_else() {
        String kept = course();
        String gone = course();
        inTransaction(
                () -> {
                    append(event(kept, 0));
                    nested(
                            () -> {
                                nested(() -> write(kept));
                                assertThatThrownBy(
                                                () ->
                                                        nested(
                                                                () -> {
                                                                    nested(() -> write(gone));
                                                                    throw new IllegalStateException(
                                                                            "refused");
                                                                }))
                                        .hasMessage("refused");
                                write(kept);
                            });
                    assertThatThrownBy(
                                    () ->
                                            nested(
                                                    () -> {
                                                        throw new IllegalStateException("idle");
                                                    }))
                            .hasMessage("idle");
                    write(kept);
                });
        assertThat(stored(kept)).isEqualTo(1);
        assertThat(notes(kept)).isEqualTo(3);
        assertThat(notes(gone)).isZero();
    }

    @Test
    void a_statement_made_before_a_savepoint_and_executed_after_it_is_rolled_back_with_it() {
        String gone = course();
        String kept = course();
        inTransaction(
                () -> {
                    try (PreparedStatement old =
                            connection().prepareStatement("insert into note (text) values (?)")) {
                        old.setString(1, gone);
                        assertThatThrownBy(
                                        () ->
                                                nested(
                                                        () -> {
                                                            execute(old);
                                                            throw new IllegalStateException("no");
                                                        }))
                                .hasMessage("no");
                        old.setString(1, kept);
                        execute(old);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(notes(gone)).isZero();
        assertThat(notes(kept)).isEqualTo(1);
    }

    private static void execute(PreparedStatement statement) {
        try {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_read_only_transaction_appends_nothing() {
        String course = course();
        assertThatThrownBy(
                        () ->
                                transaction(t -> t.setReadOnly(true))
                                        .executeWithoutResult(status -> append(event(course, 0))))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("read-only");
        assertThat(stored(course)).isZero();
    }

    @Test
    void a_transaction_that_asks_for_one_snapshot_has_one() {
        String course = course();
        store.append(event(course, 0));
        transaction(t -> t.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ))
                .executeWithoutResult(
                        status -> {
                            assertThat(store.engine.lastSequenceNumberFor(course)).contains(0L);
                            try (Store other = new Store(postgres, Store.NO_POLL)) {
                                other.append(event(course, 1));
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                            assertThat(store.engine.lastSequenceNumberFor(course)).contains(0L);
                        });
        assertThat(stored(course)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_the_connection_is_lost_before_the_commit_nothing_is_stored(boolean writesBefore)
            throws SQLException {
        String course = course();
        try (Store other = new Store(postgres, Store.NO_POLL)) {
            assertThatThrownBy(
                            () ->
                                    other.transaction.executeWithoutResult(
                                            status -> {
                                                if (writesBefore) {
                                                    other.jdbc
                                                            .sql(
                                                                    "insert into note (text) values (?)")
                                                            .param(course)
                                                            .update();
                                                }
                                                other.engine.appendEvents(event(course, 0));
                                                endSessions();
                                            }))
                    .satisfies(AppendWithCommitTest::isAnOutage);
        }
        assertThat(stored(course)).isZero();
        assertThat(notes(course)).isZero();
    }

    /** Neither a success nor a conflict that would be tried again. */
    private static void isAnOutage(Throwable e) {
        assertThat(RootUnitOfWork.isRetryable(e)).isFalse();
        List<String> states = new ArrayList<>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                states.add(String.valueOf(sql.getSQLState()));
            }
        }
        assertThat(states).anyMatch(state -> state.matches("(08|57P).*"));
    }

    private void endSessions() {
        try (Connection admin = DriverManager.getConnection(TestPostgres.adminUrl());
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid, 20000) from pg_stat_activity where usename ="
                            + " '%s'".formatted(postgres.user()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_the_connection_is_lost_behind_the_commit_that_is_no_success(boolean writesBefore)
            throws Exception {
        String course = course();
        try (CutConnection cut = CutConnection.to(postgres.url());
                HikariDataSource pool = postgres.pool(1)) {
            pool.setJdbcUrl(cut.url());
            try (Store other = new Store(postgres, Store.NO_POLL, pool, source -> source)) {
                assertThatThrownBy(
                                () ->
                                        other.transaction.executeWithoutResult(
                                                status -> {
                                                    if (writesBefore) {
                                                        other.jdbc
                                                                .sql(
                                                                        "insert into note (text) values (?)")
                                                                .param(course)
                                                                .update();
                                                    }
                                                    other.engine.appendEvents(event(course, 0));
                                                    cut.behindTheNextRequest();
                                                }))
                        .satisfies(AppendWithCommitTest::isAnOutage);
            }
        }
        Awaitility.await().until(() -> stored(course) == 1); // and stored all the same
    }

    @Test
    void public_events_are_numbered_on_whichever_instance_appends() throws SQLException {
        String course = course();
        try (Store other = new Store(postgres, Store.NO_POLL)) {
            for (int i = 0; i < 12; i += 4) {
                store.append(event(course, i));
                store.append(Store.note(course, i + 1));
                other.append(event(course, i + 2));
                other.append(event(course, i + 3));
            }
        }
        assertThat(
                        store.jdbc
                                .sql(
                                        "select subject_sequence from event where aggregate_id = ?"
                                                + " and subject_sequence is not null order by sequence")
                                .param(course)
                                .query(Long.class)
                                .list())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void nothing_is_known_of_an_event_that_was_rolled_back() {
        String course = course();
        store.transaction.executeWithoutResult(
                status -> {
                    append(event(course, 0));
                    assertThat(store.engine.readEvents(course).asStream()).hasSize(1);
                    status.setRollbackOnly();
                });
        assertThatThrownBy(() -> store.append(event(course, 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(stored(course)).isZero();
    }

    /** As after a switch to a copy of the server that was a little behind. */
    @Test
    void what_was_known_before_the_sessions_ended_proves_nothing() throws Exception {
        String course = course();
        store.append(event(course, 0));
        store.append(event(course, 1));
        assertThat(store.engine.readEvents(course).asStream()).hasSize(2);
        try (Connection owner = postgres.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "delete from event where sequence = 1 and aggregate_id = '" + course + "'");
        }
        endSessions();
        Awaitility.await()
                .until(
                        () -> {
                            try {
                                store.append(event(course, 2));
                                return true;
                            } catch (ConcurrencyException e) {
                                return true;
                            } catch (RuntimeException e) {
                                return false; // one of the sessions that ended
                            }
                        });
        assertThat(stored(course)).isEqualTo(1);
    }
}
