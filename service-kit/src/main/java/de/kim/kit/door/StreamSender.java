package de.kim.kit.door;

import de.kim.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;

/**
 * Sends through Spring Cloud Stream without waiting: each topic is an output binding, bound when it
 * is needed first. Each send's future comes back through the binding's futures channel, in the
 * sending thread, to the {@link Sends} it was sent with.
 *
 * <p>It is what {@code StreamBridge} does without what it does again for each message: looking up
 * binding, function and content type, and copying the message three times, behind a lock that all
 * senders share.
 */
final class StreamSender implements AutoCloseable {
    private final BindingService bindings;
    private final String topicPrefix;
    private final Map<Topic, MessageChannel> channels = new ConcurrentHashMap<>();

    StreamSender(BindingService bindings, String topicPrefix) {
        this.bindings = bindings;
        this.topicPrefix = topicPrefix;
    }

    /** Hands one record to the producer; null is a tombstone. */
    void send(Topic topic, String key, byte @Nullable [] value, Sends sends) {
        ProducerRecord<byte[], byte @Nullable []> record =
                new ProducerRecord<>(
                        destination(topic), key.getBytes(StandardCharsets.UTF_8), value);
        channels.computeIfAbsent(topic, this::bind)
                .send(new GenericMessage<>(record, sends.headers()));
    }

    private MessageChannel bind(Topic topic) {
        DirectChannel channel = new DirectChannel();
        channel.setComponentName(destination(topic));
        bindings.bindProducer(channel, destination(topic));
        return channel;
    }

    private String destination(Topic topic) {
        return topicPrefix + topic.destination();
    }

    @Override
    public void close() {
        channels.keySet().forEach(topic -> bindings.unbindProducers(destination(topic)));
        channels.clear();
    }

    /** Has a binding's handler hand back the futures. */
    static void collectFutures(KafkaProducerMessageHandler<?, ?> handler) {
        handler.setFuturesChannel((future, timeout) -> collect(future));
        // A timer per record; Kafka's own metrics tell the same.
        handler.getKafkaTemplate().setMicrometerEnabled(false);
    }

    private static boolean collect(Message<?> future) {
        Sends sends = future.getHeaders().get(KafkaIntegrationHeaders.FUTURE_TOKEN, Sends.class);
        if (sends != null) {
            sends.add((Future<?>) future.getPayload());
        }
        return sends != null;
    }
}
