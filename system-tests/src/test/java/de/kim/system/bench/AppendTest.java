package de.kim.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.KimHome;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness works; what it finds is not looked at. */
class AppendTest {
    @TempDir Path folder;

    @BeforeEach
    void others_may_pass() {
        KimHome.directory(folder, "rwx--x--x");
    }

    @Test
    void every_contestant_gets_a_line_and_the_server_is_durable() throws Exception {
        var bench = new Bench(folder, 1, 0.2, true);

        var lines = new Append(List.of(2)).run(bench);

        assertThat(lines)
                .extracting(Line::what)
                .containsExactly(
                        "2 clients, raw insert (the limit)",
                        "2 clients, raw insert in a transaction",
                        "2 clients, ours",
                        "2 clients, stock Axon 4.13");
        assertThat(lines).allSatisfy(line -> assertThat(line.figure().low()).isPositive());
        assertThat(bench.facts()).containsEntry("durability", durable());
    }

    private static String durable() {
        return "fsync=on, synchronous_commit=on, full_page_writes=on";
    }

    @Test
    void a_run_in_which_an_acknowledged_event_is_missing_is_void() throws Exception {
        var bench = new Bench(folder, 1, 0.1, true);
        try (var servers = Servers.start(bench, "void", "postgres")) {
            var database = servers.database("void");
            database.asOwner("create table event (n bigint)");
            var setting = new Append.Setting(bench, database, servers.cpu(), 2);
            var appended = new AtomicLong();

            assertThatThrownBy(
                            () ->
                                    setting.round(
                                            "event",
                                            (course, sequence) -> {
                                                if (appended.getAndIncrement() > 0) {
                                                    database.asOwner(
                                                            "insert into event values (1)");
                                                }
                                            }))
                    .isInstanceOf(VoidRunException.class)
                    .hasMessageContaining("acknowledged");
        }
    }
}
