package de.kim.local.kafka;

import de.kim.local.Folders;
import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Ports;
import de.kim.local.process.AotCache;
import de.kim.local.process.Component;
import de.kim.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Kafka broker and controller of this machine, one node. */
public final class Kafka implements Component {
    /** Its name as a component and as a listener. */
    public static final String NAME = "kafka";

    /** The listener of the controller inside the same process. */
    public static final String CONTROLLER = "kafka-controller";

    private static final List<String> JVM =
            List.of(
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:CompileThresholdScaling=0.05",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");

    private final KimHome home;
    private final Ports ports;
    private final Installation installation;

    public Kafka(KimHome home, Ports ports, Installation installation) {
        this.home = home;
        this.ports = ports;
        this.installation = installation;
    }

    /** Where clients begin. */
    public String bootstrap() {
        return "127.0.0.1:" + ports.of(NAME);
    }

    /** Whether it ran here before, so that the topics are there as soon as it is. */
    public boolean hasTopics() {
        return Files.exists(home.resolve("kafka/data"));
    }

    /** Deletes every event; the services say them again from their stores. It must not run. */
    public void forget() {
        try {
            Folders.delete(home.resolve("kafka/data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> listeners() {
        return Set.of(NAME, CONTROLLER);
    }

    @Override
    public void prepare() {
        KimHome.directory(home.resolve("kafka"), "rwx------");
        try {
            Files.writeString(settingsFile(), settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<AotCache> cache() {
        return Optional.of(installation.kafkaClassPath().cache(installation.start(), NAME));
    }

    @Override
    public Launch launch(List<String> options) {
        var command = new ArrayList<>(List.of(Installation.java()));
        command.addAll(options);
        command.addAll(JVM);
        command.addAll(
                List.of(
                        "-cp",
                        installation.kafkaClassPath().text(),
                        "de.kim.local.kafka.KafkaNode",
                        settingsFile().toString()));
        return new Launch(command, Map.of(), List.of(settings()));
    }

    @Override
    public boolean ready() {
        return KafkaProbe.answers(bootstrap());
    }

    @Override
    public void settle() {
        Topics.create(bootstrap());
    }

    private Path settingsFile() {
        return home.resolve("kafka/server.properties");
    }

    private String settings() {
        return """
                # written by ./kim up at every start
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                # one node: nothing can be kept twice
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=10
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=10
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                # topics come from one table, and history is kept
                auto.create.topics.enable=false
                log.retention.ms=-1
                log.retention.bytes=-1
                # offsets of a service that was switched off for weeks are still there
                offsets.retention.minutes=525600
                # a power cut may cost the last second here; the services' stores are the truth and publish again
                log.flush.interval.ms=1000
                log.flush.scheduler.interval.ms=1000
                # the controller takes a killed broker back only when its old session has ended
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=400
                # a developer's machine: join at once, small buffers
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                background.threads=4
                num.recovery.threads.per.data.dir=2
                log.cleaner.dedupe.buffer.size=16777216
                """
                .formatted(ports.of(NAME), ports.of(CONTROLLER), home.resolve("kafka/data"));
    }
}
