package de.kim.kit.store;

import static de.kim.kit.store.Store.event;
import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.testing.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Streams that would poll once an hour: what they see, they see because they were woken. */
class WakeTest {
    final TestPostgres postgres = TestPostgres.migrated();
    Store here;
    Store there;

    @BeforeEach
    void open() {
        here = new Store(postgres, Store.NO_POLL);
        there = new Store(postgres, Store.NO_POLL);
    }

    @AfterEach
    void close() throws SQLException {
        here.close();
        there.close();
    }

    /** The next events of a stream that has nothing to show yet and is waiting. */
    private static CompletableFuture<List<String>> waiting(TrackingEventStream stream, int count)
            throws InterruptedException {
        assertThat(stream.hasNextAvailable()).isFalse();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Store.next(stream, count);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void all_streams_of_the_jvm_wake_after_the_commit() throws Exception {
        try (var one = here.store.openStream(null);
                var two = here.store.openStream(null)) {
            var first = waiting(one, 2);
            var second = waiting(two, 2);
            here.append(event("a", 0), event("a", 1));
            assertThat(first.get(20, TimeUnit.SECONDS)).containsExactly("a/0", "a/1");
            assertThat(second.get(20, TimeUnit.SECONDS)).containsExactly("a/0", "a/1");
        }
    }

    @Test
    void a_stream_of_another_jvm_wakes_after_the_commit() throws Exception {
        here.remoteWake.start();
        there.remoteWake.start();
        awaitListeners(2);
        try (var stream = there.store.openStream(null)) {
            var events = waiting(stream, 1);
            here.append(event("a", 0));
            assertThat(events.get(20, TimeUnit.SECONDS)).containsExactly("a/0");
        }
    }

    @Test
    void a_stream_wakes_after_the_outermost_commit_and_not_before() throws Exception {
        try (var stream = here.store.openStream(null)) {
            long wakes = here.signal.wakes();
            here.transaction.executeWithoutResult(
                    outer -> {
                        here.append(event("a", 0));
                        here.append(event("a", 1));
                        assertThat(here.signal.wakes()).isEqualTo(wakes);
                    });
            assertThat(here.signal.wakes()).isEqualTo(wakes + 1);
            assertThat(Store.next(stream, 2)).containsExactly("a/0", "a/1");
        }
    }

    @Test
    void a_lost_notification_is_made_up_for_by_polling() throws Exception {
        try (Store polling = new Store(postgres, Duration.ofMillis(50));
                var stream = polling.store.openStream(null)) {
            var events = waiting(stream, 1);
            here.append(event("a", 0));
            assertThat(events.get(20, TimeUnit.SECONDS)).containsExactly("a/0");
        }
    }

    @Test
    void the_appending_transaction_itself_notifies_nobody() throws Exception {
        try (Connection listening = postgres.connect();
                Statement statement = listening.createStatement()) {
            statement.execute("listen kim_event");
            here.append(event("a", 0)); // its RemoteWake was not started
            statement.execute("select 1");
            assertThat(listening.unwrap(PGConnection.class).getNotifications()).isNullOrEmpty();
            here.remoteWake.start();
            assertThat(listening.unwrap(PGConnection.class).getNotifications(20_000)).hasSize(1);
        }
    }

    @Test
    void many_commits_share_a_notification() throws Exception {
        try (Connection listening = postgres.connect();
                Statement statement = listening.createStatement()) {
            statement.execute("listen kim_event");
            for (int i = 0; i < 50; i++) {
                here.append(event("a", i));
            }
            here.remoteWake.start();
            assertThat(listening.unwrap(PGConnection.class).getNotifications(20_000)).hasSize(1);
        }
    }

    @Test
    void under_load_there_is_a_notification_every_few_milliseconds_only() throws Exception {
        try (Connection listening = postgres.connect();
                Statement statement = listening.createStatement()) {
            statement.execute("listen kim_event");
            here.remoteWake.start();
            long begin = System.nanoTime();
            for (int i = 0; i < 300; i++) {
                here.append(event("a", i));
            }
            long told = 0;
            long millis = 0;
            PGConnection connection = listening.unwrap(PGConnection.class);
            for (var heard = connection.getNotifications(20_000);
                    heard != null && heard.length > 0;
                    heard = connection.getNotifications(500)) {
                told += heard.length;
                millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            }
            assertThat(told).isBetween(1L, 2 + millis / 5);
        }
    }

    @Test
    void after_a_lost_connection_listening_goes_on() throws Exception {
        there.remoteWake.start();
        here.remoteWake.start();
        awaitListeners(2);
        try (Connection admin = DriverManager.getConnection(TestPostgres.adminUrl());
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                            .formatted(postgres.user()));
        }
        awaitListeners(2);
        try (var stream = there.store.openStream(null)) {
            Awaitility.await().ignoreExceptions().until(() -> here.shown().isEmpty());
            var events = waiting(stream, 1);
            here.append(event("a", 0));
            assertThat(events.get(20, TimeUnit.SECONDS)).containsExactly("a/0");
        }
    }

    private void awaitListeners(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            try (Connection admin =
                                            DriverManager.getConnection(TestPostgres.adminUrl());
                                    Statement statement = admin.createStatement();
                                    var result =
                                            statement.executeQuery(
                                                    "select count(*) from pg_stat_activity where"
                                                            + " usename = '"
                                                            + postgres.user()
                                                            + "' and query = 'listen kim_event'")) {
                                result.next();
                                return result.getInt(1) == count;
                            }
                        });
    }
}
