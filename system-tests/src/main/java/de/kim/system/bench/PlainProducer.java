package de.kim.system.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The limit of W7: the same bytes under the same keys, with the producer settings of kit-door.yml,
 * sent as fast as the producer takes them. It reads no store and keeps no token.
 */
final class PlainProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    PlainProducer(String bootstrap, String topic) {
        this.topic = topic;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "acks",
                                "all",
                                "enable.idempotence",
                                "true",
                                "linger.ms",
                                "1",
                                "batch.size",
                                "131072",
                                "compression.type",
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Sends all and waits until each is acknowledged. */
    void send(List<TopicListener.Heard> records) throws Exception {
        var sent = new ArrayList<Future<?>>(records.size());
        for (var one : records) {
            sent.add(producer.send(new ProducerRecord<>(topic, one.key(), one.value())));
        }
        for (var acknowledgement : sent) {
            acknowledgement.get();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
