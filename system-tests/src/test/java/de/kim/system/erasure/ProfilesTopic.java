package de.kim.system.erasure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The compacted topic, from its operator's side. */
record ProfilesTopic(String bootstrap) {
    private static final String NAME = "kim.profiles";
    private static final int PARTITIONS = 6;

    /**
     * The topic's own settings let it be compacted within a day; here it is to happen at once. How
     * it is compacted stays the same.
     */
    void compactAtOnce() throws ExecutionException, InterruptedException {
        var topic =
                Map.of(
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.001",
                        "max.compaction.lag.ms", "100",
                        "file.delete.delay.ms", "0");
        var broker = Map.of("log.cleaner.backoff.ms", "200");
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.TOPIC, NAME),
                                    changes(topic),
                                    new ConfigResource(ConfigResource.Type.BROKER, ""),
                                    changes(broker)))
                    .all()
                    .get();
        }
    }

    private static java.util.List<AlterConfigOp> changes(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(it -> new ConfigEntry(it.getKey(), it.getValue()))
                .map(it -> new AlterConfigOp(it, AlterConfigOp.OpType.SET))
                .toList();
    }

    /**
     * Says something of strangers in each partition: only when something is written after its time
     * a segment is closed, and only a closed one is compacted.
     */
    void closeSegments() throws ExecutionException, InterruptedException {
        try (var producer = producer()) {
            for (var partition : IntStream.range(0, PARTITIONS).toArray()) {
                var stranger = bytes(UUID.randomUUID().toString());
                producer.send(new ProducerRecord<>(NAME, partition, stranger, null)).get();
            }
        }
    }

    /** Says of a person what no listener can read. */
    void say(String referral, String text) throws ExecutionException, InterruptedException {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(NAME, bytes(referral), bytes(text))).get();
        }
    }

    private KafkaProducer<byte[], byte @Nullable []> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
