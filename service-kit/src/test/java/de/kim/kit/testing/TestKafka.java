package de.kim.kit.testing;

import de.kim.events.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka for tests: one single-node KRaft broker per JVM, or the one that {@code
 * KIM_TEST_KAFKA} names. Each {@link TestKafka} is a set of the topics of its own, behind a prefix,
 * so that tests sharing the broker do not hear each other.
 */
public final class TestKafka {
    private static final int PARTITIONS = 3;
    private static @Nullable String bootstrap;

    private final String prefix;

    private TestKafka(String prefix) {
        this.prefix = prefix;
    }

    /** All topics of KIM, empty, for one test class or one application context. */
    public static TestKafka freshTopics() {
        TestKafka topics = new TestKafka("t" + UUID.randomUUID().toString().substring(0, 8) + ".");
        topics.create();
        return topics;
    }

    /** Stands before each topic's name. */
    public String prefix() {
        return prefix;
    }

    /** The topic's name in this set. */
    public String name(Topic topic) {
        return prefix + topic.destination();
    }

    /** The settings of a service that uses this set. */
    public Map<String, String> settings() {
        return Map.of(
                "KIM_KAFKA_BOOTSTRAP",
                bootstrap(),
                "kim.door.topic-prefix",
                prefix,
                "kim.door.group",
                prefix + "service");
    }

    private void create() {
        List<NewTopic> topics =
                Arrays.stream(Topic.values())
                        .map(topic -> new NewTopic(name(topic), PARTITIONS, (short) 1))
                        .toList();
        topics.get(Topic.PROFILES.ordinal()).configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where clients begin; starts the broker at the first call. */
    public static synchronized String bootstrap() {
        if (bootstrap == null) {
            bootstrap =
                    Optional.ofNullable(System.getenv("KIM_TEST_KAFKA"))
                            .orElseGet(() -> start(folder(), freePort(), freePort()));
        }
        return bootstrap;
    }

    private static String start(Path folder, int port, int controllerPort) {
        Properties settings = settings(folder, port, controllerPort);
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setDirectories(new TreeSet<>(List.of(folder.toString())))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("The broker's folder cannot be formatted", e);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.shutdown();
                                    delete(folder);
                                }));
        return "127.0.0.1:" + port;
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                        "listeners",
                                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(port, controllerPort),
                        "controller.listener.names", "CONTROLLER",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "log.dirs", folder.toString(),
                        "auto.create.topics.enable", "false",
                        "group.initial.rebalance.delay.ms", "0",
                        "controlled.shutdown.enable", "false"));
        for (String internal :
                List.of(
                        "offsets.topic",
                        "transaction.state.log",
                        "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        return settings;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kim-test-kafka");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // A test's leftovers in the temporary folder harm nobody.
        }
    }
}
