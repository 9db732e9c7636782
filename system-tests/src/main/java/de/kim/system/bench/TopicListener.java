package de.kim.system.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A plain consumer of one topic, on a thread of its own, from the topic's end on. */
final class TopicListener implements AutoCloseable {
    /** A record as it was read. */
    record Heard(byte[] key, byte[] value) {}

    private final AtomicLong count = new AtomicLong();
    private final Thread thread;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private volatile Consumer<Heard> listener = heard -> {};
    private volatile boolean closing;

    TopicListener(String bootstrap, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                bootstrap,
                                "fetch.min.bytes",
                                "1",
                                "max.poll.records",
                                "5000"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.partitionsFor(topic)
                .forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("bench-listener").start(this::poll);
    }

    private void poll() {
        while (!closing) {
            for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                listener.accept(new Heard(read.key(), read.value()));
                count.incrementAndGet();
            }
        }
        consumer.close();
    }

    /** What is done with each record from now on. */
    void listen(Consumer<Heard> next) {
        listener = next;
    }

    /** How many records were read so far. */
    long count() {
        return count.get();
    }

    /**
     * Waits until so many were read.
     *
     * @throws VoidRunException when they do not come
     */
    void await(String what, long wanted) {
        var givenUp = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (count() < wanted && System.nanoTime() < givenUp) {
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
        }
        VoidRunException.unlessEqual(what, wanted, count());
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
