package de.kim.reporting;

import de.kim.events.CourseEvent;
import de.kim.events.Envelope;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.testing.TestKafka;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The other services, as far as this one hears them: events with gap-free sequences on Kafka. */
final class Sources {
    static final Instant NOON = Instant.parse("2026-10-05T10:00:00Z");

    private final CloudEventJson json = new CloudEventJson();
    private final Map<String, Long> sequences = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> kafka;
    private final TestKafka topics;

    Sources(TestKafka topics) {
        this.topics = topics;
        this.kafka =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestKafka.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** The next event of its subject; not yet published. */
    Envelope next(PublicEvent event, Instant time) {
        String source = event instanceof CourseEvent ? "/kim/course-catalog-service" : "/kim/all";
        long sequence = sequences.merge(source + event.subject(), 1L, Long::sum);
        return new Envelope(
                UUID.randomUUID(),
                source,
                sequence,
                time,
                "story",
                "cause",
                "jobcenter-stadt",
                event);
    }

    Envelope say(Topic topic, PublicEvent event) {
        return say(topic, event, NOON);
    }

    Envelope say(Topic topic, PublicEvent event, Instant time) {
        Envelope envelope = next(event, time);
        publish(topic, envelope);
        return envelope;
    }

    void publish(Topic topic, Envelope envelope) {
        send(topic, envelope.subject(), json.write(envelope));
    }

    void send(Topic topic, String key, byte @Nullable [] value) {
        try {
            kafka.send(new ProducerRecord<>(topics.name(topic), key.getBytes(), value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
