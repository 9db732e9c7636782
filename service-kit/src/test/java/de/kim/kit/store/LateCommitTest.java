package de.kim.kit.store;

import static de.kim.kit.store.Store.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers that commit late, held open in sessions of the test's own, against what a stream shows.
 */
class LateCommitTest {
    private static final String INSERT =
            """
            insert into event (aggregate_type, aggregate_id, sequence, event_id, type, payload,
              metadata, occurred_at, public_count)
            values ('Course', ?, ?, gen_random_uuid(), 'CourseHistory.Noted',
              convert_to('{"course":"x","note":"y"}', 'UTF8'), '{}', now(), 0)
            """;

    final TestPostgres postgres = TestPostgres.migrated("classpath:db/sample");
    Store store;
    Connection late;

    @BeforeEach
    void open() throws SQLException {
        store = new Store(postgres, Store.NO_POLL);
        late = postgres.connect();
        late.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        late.close();
        store.close();
    }

    private static void insert(Connection connection, String course, long sequence)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, course);
            statement.setLong(2, sequence);
            statement.executeUpdate();
        }
    }

    @Test
    void an_event_that_commits_late_is_shown_and_nothing_overtakes_it() throws Exception {
        insert(late, "late", 0);
        store.append(event("quick", 0), event("quick", 1));
        assertThat(store.shown()).isEmpty();
        assertThat(store.reader.isWaiting()).isTrue();

        late.commit();
        assertThat(store.shown()).containsExactly("late/0", "quick/0", "quick/1");
        assertThat(store.reader.delay()).isZero();
    }

    @Test
    void an_open_stream_goes_on_without_any_wake_when_the_late_one_commits() throws Exception {
        store.append(event("early", 0));
        try (var stream = store.store.openStream(null)) {
            assertThat(Store.next(stream, 1)).containsExactly("early/0");
            insert(late, "late", 0);
            store.append(event("quick", 0));
            assertThat(stream.hasNextAvailable()).isFalse();
            CompletableFuture<List<String>> rest =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return Store.next(stream, 2);
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            late.commit();
            assertThat(rest.get(20, TimeUnit.SECONDS)).containsExactly("late/0", "quick/0");
        }
    }

    @Test
    void a_late_one_that_rolls_back_leaves_a_hole_that_holds_nobody() throws Exception {
        insert(late, "late", 0);
        store.append(event("quick", 0));
        assertThat(store.shown()).isEmpty();
        late.rollback();
        assertThat(store.shown()).containsExactly("quick/0");
    }

    @Test
    void a_late_one_whose_session_dies_holds_nobody() throws Exception {
        insert(late, "late", 0);
        store.append(event("quick", 0));
        try (Connection admin = DriverManager.getConnection(TestPostgres.adminUrl());
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                                    .formatted(postgres.user())
                            + " and state = 'idle in transaction'");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.shown()).containsExactly("quick/0"));
    }

    @Test
    void many_late_ones_in_any_order_are_all_shown_in_the_order_of_their_positions()
            throws Exception {
        try (Connection first = postgres.connect();
                Connection second = postgres.connect()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            insert(first, "first", 0);
            insert(second, "second", 0);
            insert(late, "late", 0);
            insert(first, "first", 1);
            late.commit();
            assertThat(store.shown()).isEmpty();
            second.commit();
            assertThat(store.shown()).isEmpty();
            first.commit();
            assertThat(store.shown()).containsExactly("first/0", "second/0", "late/0", "first/1");
        }
    }

    @Test
    void an_old_transaction_that_appends_last_does_not_reverse_its_aggregate() throws Exception {
        // The trap of an order by transaction id: this one gets a lower id than the other append.
        try (Statement statement = late.createStatement()) {
            statement.execute("insert into note (text) values ('takes a transaction id')");
        }
        store.append(event("course", 0), event("course", 1));
        insert(late, "course", 2);
        late.commit();
        assertThat(store.shown()).containsExactly("course/0", "course/1", "course/2");
    }

    @Test
    void an_open_writer_of_other_tables_or_another_database_holds_nobody() throws Exception {
        TestPostgres other = TestPostgres.migrated();
        try (Connection elsewhere = other.connect();
                Statement statement = late.createStatement()) {
            elsewhere.setAutoCommit(false);
            insert(elsewhere, "elsewhere", 0);
            statement.execute("insert into note (text) values ('long report')");
            statement.execute("select count(*) from event");
            store.append(event("quick", 0));
            assertThat(store.shown()).containsExactly("quick/0");
            assertThat(store.reader.isWaiting()).isFalse();
        }
    }

    @Test
    void a_writer_that_stays_too_long_is_ended_by_the_database() throws Exception {
        try (Statement statement = late.createStatement()) {
            statement.execute("set transaction_timeout = '300ms'");
            late.commit();
        }
        insert(late, "late", 0);
        store.append(event("quick", 0));
        assertThat(store.shown()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(store.shown()).containsExactly("quick/0"));
        assertThatThrownBy(() -> late.commit()).isInstanceOf(SQLException.class);
    }

    /** What {@link Horizon} stands on, for a plan made anew and for one that is kept. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void a_position_is_drawn_only_under_the_writers_lock(int executedBefore) throws Exception {
        try (PreparedStatement prepared = late.prepareStatement(INSERT);
                Connection owner = postgres.connectAsOwner();
                Statement statement = owner.createStatement()) {
            for (int i = 0; i < executedBefore; i++) {
                prepared.setString(1, "before");
                prepared.setLong(2, i);
                prepared.executeUpdate();
                late.commit();
            }
            owner.setAutoCommit(false);
            statement.execute("lock table event in share mode");
            CompletableFuture<Void> insert =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    prepared.setString(1, "blocked");
                                    prepared.setLong(2, 0);
                                    prepared.executeUpdate();
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            String waiting =
                    "select count(*) from pg_locks where relation = 'event'::regclass"
                            + " and mode = 'RowExclusiveLock' and not granted";
            Awaitility.await().until(() -> number(statement, waiting) == 1);
            assertThat(number(statement, StreamReader.HIGHEST)).isEqualTo(executedBefore);
            owner.rollback();
            insert.get();
            assertThat(number(statement, StreamReader.HIGHEST)).isEqualTo(executedBefore + 1);
        }
    }

    @Test
    void a_lost_connection_forgets_the_horizon() throws Exception {
        store.append(event("quick", 0));
        assertThat(store.shown()).containsExactly("quick/0");
        try (Connection admin = DriverManager.getConnection(TestPostgres.adminUrl());
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                            .formatted(postgres.user()));
        }
        AtomicLong failures = new AtomicLong();
        Awaitility.await()
                .until(
                        () -> {
                            try {
                                store.reader.after(0, 10);
                                return true;
                            } catch (SQLException e) {
                                return failures.incrementAndGet() > 1_000_000;
                            }
                        });
        assertThat(failures.get()).isPositive();
        assertThat(store.shown()).containsExactly("quick/0");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
