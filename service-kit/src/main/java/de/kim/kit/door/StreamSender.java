package de.kim.kit.door;

import de.kim.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.integration.channel.DirectChannel;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.integration.kafka.support.KafkaIntegrationHeaders;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Sends through Spring Cloud Stream without waiting. Each send's future comes back through the
 * binding's futures channel, in the sending thread, to the {@link Sends} it was sent with.
 */
final class StreamSender {
    private final StreamBridge bridge;
    private final String topicPrefix;

    StreamSender(StreamBridge bridge, String topicPrefix) {
        this.bridge = bridge;
        this.topicPrefix = topicPrefix;
    }

    /** Hands one record to the producer; null is a tombstone. */
    void send(Topic topic, String key, byte @Nullable [] value, Sends sends) {
        Message<?> message =
                MessageBuilder.withPayload(value == null ? KafkaNull.INSTANCE : value)
                        .setHeader(KafkaHeaders.KEY, key.getBytes(StandardCharsets.UTF_8))
                        .setHeader(KafkaIntegrationHeaders.FUTURE_TOKEN, sends)
                        .build();
        bridge.send(topicPrefix + topic.destination(), message);
    }

    /** Has a binding's handler hand back the futures. */
    static void collectFutures(KafkaProducerMessageHandler<?, ?> handler) {
        DirectChannel futures = new DirectChannel();
        futures.subscribe(StreamSender::collect);
        handler.setFuturesChannel(futures);
    }

    private static void collect(Message<?> future) {
        MessageHeaders headers = future.getHeaders();
        Sends sends = headers.get(KafkaIntegrationHeaders.FUTURE_TOKEN, Sends.class);
        if (sends != null) {
            sends.add((Future<?>) future.getPayload());
        }
    }
}
