package de.kim.kit.testing;

import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.door.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Stands on the street before a service under test: says what the other services would say, and
 * hears what the service says. Not thread-safe.
 *
 * <pre>{@code
 * door.say(new PlaceAccepted(...));                        // as allocation-service, next sequence
 * Envelope said = door.awaitSaid(ReferralRequested.class, it -> it.referralId().equals(id));
 * }</pre>
 */
public final class TestDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestKafka kafka;
    private final CloudEventJson json = new CloudEventJson();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Envelope> said = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    public TestDoor(TestKafka kafka) {
        this.kafka = kafka;
        String bootstrap = TestKafka.bootstrap();
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Arrays.stream(Topic.values())
                        .flatMap(topic -> consumer.partitionsFor(kafka.name(topic)).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Says an event as the service that owns its topic, with the next sequence of its subject. */
    public Envelope say(PublicEvent event) {
        Envelope envelope = next(event);
        say(envelope);
        return envelope;
    }

    /** The envelope of the next event of its subject, not said. */
    public Envelope next(PublicEvent event) {
        String source = ownerOf(Wire.topicOf(event));
        long sequence = sequences.merge(source + ' ' + event.subject(), 1L, Long::sum);
        return envelope(event, source, sequence);
    }

    private static Envelope envelope(PublicEvent event, String source, long sequence) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Envelope(
                UUID.fromString(id), source, sequence, now, id, id, "jobcenter-stadt", event);
    }

    /** Says an envelope as it is, once more perhaps, or out of order. */
    public void say(Envelope envelope) {
        send(Wire.topicOf(envelope.event()), envelope.subject(), json.write(envelope));
    }

    /** Says a profile as referral-service. */
    public void say(Profile profile) {
        InterestConfirmed event = new InterestConfirmed(profile.referralId(), LocalDate.EPOCH);
        Envelope goesWith = envelope(event, ownerOf(Topic.PROFILES), 1);
        send(Topic.PROFILES, profile.referralId().toString(), json.write(profile, goesWith));
    }

    /** Erases a profile as referral-service. */
    public void eraseProfile(UUID referralId) {
        send(Topic.PROFILES, referralId.toString(), null);
    }

    /** Sends any bytes; null is a tombstone. */
    public void send(Topic topic, String key, byte @Nullable [] value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        try {
            producer.send(new ProducerRecord<>(kafka.name(topic), keyBytes, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every event on the topics so far, of each subject in order; what this door said included. */
    public List<Envelope> said() {
        poll();
        return List.copyOf(said);
    }

    /** Every record on the topics so far. */
    public List<ConsumerRecord<byte[], byte[]>> records() {
        poll();
        return List.copyOf(records);
    }

    /** Waits for an event. */
    public <E extends PublicEvent> Envelope awaitSaid(Class<E> type, Predicate<E> which) {
        return await().atMost(PATIENCE)
                .until(() -> find(type, which), envelope -> envelope != null);
    }

    private <E extends PublicEvent> @Nullable Envelope find(Class<E> type, Predicate<E> which) {
        for (Envelope envelope : said()) {
            if (type.isInstance(envelope.event()) && which.test(type.cast(envelope.event()))) {
                return envelope;
            }
        }
        return null;
    }

    private void poll() {
        for (var batch = consumer.poll(Duration.ofMillis(100));
                !batch.isEmpty();
                batch = consumer.poll(Duration.ofMillis(50))) {
            batch.forEach(this::read);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        records.add(record);
        if (record.value() != null && json.read(record.value()) instanceof Reading.Known known) {
            said.add(known.envelope());
        }
    }

    private static String ownerOf(Topic topic) {
        return Wire.source(
                switch (topic) {
                    case REFERRALS, PROFILES -> "referral-service";
                    case COURSES -> "course-catalog-service";
                    case ALLOCATIONS, RULEBOOK -> "allocation-service";
                    case NOTIFICATIONS -> "notification-service";
                });
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
