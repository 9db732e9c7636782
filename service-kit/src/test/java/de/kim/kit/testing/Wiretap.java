package de.kim.kit.testing;

import de.kim.events.Envelope;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Listens to what services say, and says what other services would. */
public final class Wiretap {
    private static final CloudEventJson JSON = new CloudEventJson();
    private static final Duration POLL = Duration.ofMillis(200);

    private final TestKafka kafka;

    public Wiretap(TestKafka kafka) {
        this.kafka = kafka;
    }

    /** Everything said of a subject so far, in order. */
    public List<Envelope> said(Topic topic, String subject) {
        List<Envelope> said = new ArrayList<>();
        for (CloudEventJson.Reading reading : read(topic)) {
            if (reading instanceof CloudEventJson.Reading.Known known
                    && known.envelope().subject().equals(subject)) {
                said.add(known.envelope());
            }
        }
        return said;
    }

    /** Every version of a profile published so far. */
    public List<Profile> profiles(UUID referralId) {
        List<Profile> profiles = new ArrayList<>();
        for (CloudEventJson.Reading reading : read(Topic.PROFILES)) {
            if (reading instanceof CloudEventJson.Reading.KnownProfile known
                    && known.profile().referralId().equals(referralId)) {
                profiles.add(known.profile());
            }
        }
        return profiles;
    }

    /** Whether the last that was said of a profile is that it is gone. */
    public boolean isErased(UUID referralId) {
        List<ConsumerRecord<byte[], byte[]>> said =
                records(Topic.PROFILES).stream()
                        .filter(it -> text(it.key()).equals(referralId.toString()))
                        .toList();
        return !said.isEmpty() && said.getLast().value() == null;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Says an event as the service with this name would. */
    public void say(String service, long sequence, PublicEvent event) {
        Envelope envelope =
                new Envelope(
                        UUID.nameUUIDFromBytes(
                                (event + "/" + sequence).getBytes(StandardCharsets.UTF_8)),
                        Wire.source(service),
                        sequence,
                        Instant.parse("2026-11-23T09:00:00Z"),
                        "a story",
                        "a cause",
                        "koordination",
                        event);
        byte[] key = event.subject().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            String topic = kafka.name(Wire.topicOf(event));
            producer.send(new ProducerRecord<>(topic, key, JSON.write(envelope))).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<CloudEventJson.Reading> read(Topic topic) {
        return records(topic).stream()
                .filter(it -> it.value() != null)
                .map(it -> JSON.read(it.value()))
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(kafka.name(topic)).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(POLL).forEach(records::add);
            }
        }
        return records;
    }
}
