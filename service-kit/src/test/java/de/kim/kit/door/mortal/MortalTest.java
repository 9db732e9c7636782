package de.kim.kit.door.mortal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.door.Step;
import de.kim.kit.door.sample.DoorTest;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A service is killed at every named step, and started again on what it left. A client call is
 * acknowledged or, the one during which the service died, unknown. In the end every acknowledged
 * command took effect once and in order, each unknown one once or not at all, and nothing else did.
 */
class MortalTest {
    /**
     * A life costs seconds of processor time: the gate dies once at each step, {@code
     * -Dkim.deaths=20} twenty times. {@code CrashTest} has twenty of each at every build, cut off
     * inside one JVM.
     */
    private static final int DEATHS = Integer.getInteger("kim.deaths", 1);

    private static final Duration LIFE = Duration.ofSeconds(90);

    @TempDir private static Path folder;

    /** The broker of this JVM has a lot to say, and no Spring context has told it not to. */
    @BeforeAll
    static void quietly() {
        LoggingSystem.get(MortalTest.class.getClassLoader()).setLogLevel("ROOT", LogLevel.ERROR);
    }

    @Test
    void a_service_that_is_killed_at_any_step_loses_nothing_and_does_nothing_twice()
            throws Exception {
        World world = new World(TestPostgres.fresh(), TestKafka.freshTopics());
        Map<UUID, Integer> acknowledged = new HashMap<>();
        for (int seed = 0; seed < DEATHS; seed++) {
            for (Step step : Step.values()) {
                liveAndDie(world, step, seed, acknowledged);
            }
        }
        surviveUntilAllIsHeard(world);
        int unknown = 0;
        for (int seed = 0; seed < DEATHS; seed++) {
            for (Step step : Step.values()) {
                for (UUID subject : MortalService.subjects(step, seed)) {
                    int done = acknowledged.getOrDefault(subject, 0);
                    List<String> heard = world.heard(subject);
                    unknown += heard.size() - done;
                    assertThat(heard.size()).as("heard of %s", subject).isBetween(done, done + 1);
                    assertThat(heard)
                            .as("%s, seed %d", step, seed)
                            .isEqualTo(inOrder(heard.size()));
                }
            }
        }
        assertThat(unknown)
                .as("effects without an answer")
                .isLessThanOrEqualTo(DEATHS * Step.values().length);
    }

    private static List<String> inOrder(int effects) {
        return IntStream.rangeClosed(1, effects).mapToObj(n -> n + " places " + n).toList();
    }

    private static void liveAndDie(
            World world, Step step, int seed, Map<UUID, Integer> acknowledged) throws Exception {
        Process life = world.start(step.name(), String.valueOf(seed));
        try (BufferedReader said = life.inputReader()) {
            CompletableFuture<Void> guard =
                    CompletableFuture.runAsync(
                            life::destroyForcibly,
                            CompletableFuture.delayedExecutor(LIFE.toSeconds(), TimeUnit.SECONDS));
            said.lines()
                    .map(line -> line.split(" "))
                    .filter(words -> words[0].equals("done"))
                    .forEach(
                            words ->
                                    acknowledged.put(
                                            UUID.fromString(words[1]), Integer.valueOf(words[2])));
            guard.cancel(false);
        }
        assertThat(life.waitFor())
                .as("exit code at %s, seed %d; its log: %s", step, seed, world.log())
                .isEqualTo(MortalService.KILLED);
    }

    private static void surviveUntilAllIsHeard(World world) throws Exception {
        Process survivor = world.start();
        try {
            await("everything is heard")
                    .dontCatchUncaughtExceptions()
                    .atMost(LIFE)
                    .until(
                            () ->
                                    world.number("select count(*) from heard")
                                            == world.number("select count(*) from event"));
            survivor.getOutputStream().close();
            assertThat(survivor.waitFor(LIFE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            survivor.destroyForcibly();
        }
    }

    /** A database and topics that one life after the other goes on with. */
    private record World(TestPostgres postgres, TestKafka kafka, Path log) {
        World(TestPostgres postgres, TestKafka kafka) {
            this(postgres, kafka, folder.resolve(postgres.user() + ".log"));
        }

        Process start(String... death) throws IOException {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-Xshare:auto",
                                    "-cp",
                                    System.getProperty(
                                            "surefire.test.class.path",
                                            System.getProperty("java.class.path")),
                                    MortalService.class.getName()));
            command.addAll(List.of(death));
            settings().forEach((name, value) -> command.add("--" + name + "=" + value));
            ProcessBuilder process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            process.environment().putAll(postgres.environment());
            return process.start();
        }

        private Map<String, String> settings() {
            Map<String, String> settings = new HashMap<>(kafka.settings());
            settings.putAll(TestIssuer.settings());
            for (String setting : DoorTest.class.getAnnotation(SpringBootTest.class).properties()) {
                String[] parts = setting.split("=", 2);
                settings.put(parts[0], parts[1]);
            }
            // The next life is at once what the last one was, to the broker and to the token store.
            settings.put(
                    "spring.cloud.stream.kafka.binder.consumer-properties.group.instance.id",
                    "mortal");
            settings.put("kim.store.claim-timeout", "100ms");
            settings.put("logging.level.root", "error");
            settings.put("spring.main.banner-mode", "off");
            return settings;
        }

        long number(String sql) throws SQLException {
            try (Connection connection = postgres.connect();
                    ResultSet result = connection.createStatement().executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        }

        List<String> heard(UUID subject) throws SQLException {
            try (Connection connection = postgres.connect();
                    PreparedStatement query =
                            connection.prepareStatement(
                                    "select sequence || ' ' || what from heard where subject = ?"
                                            + " order by id")) {
                query.setString(1, subject.toString());
                try (ResultSet rows = query.executeQuery()) {
                    List<String> heard = new ArrayList<>();
                    while (rows.next()) {
                        heard.add(rows.getString(1));
                    }
                    return heard;
                }
            }
        }
    }
}
