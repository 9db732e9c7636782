package de.kim.kit.door;

import de.kim.events.Topic;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.messaging.Message;

/** The function that Spring Cloud Stream calls with the records of each poll. */
final class InboxConsumer implements Consumer<Message<List<ConsumerRecord<byte[], byte[]>>>> {
    private final Reception reception;
    private final InboxLag lag;
    private final String topicPrefix;

    InboxConsumer(Reception reception, InboxLag lag, String topicPrefix) {
        this.reception = reception;
        this.lag = lag;
        this.topicPrefix = topicPrefix;
    }

    /**
     * Takes the records one by one; when it throws, the container hands over the same ones again
     * after a pause, and the marks tell which were applied.
     */
    @Override
    public void accept(Message<List<ConsumerRecord<byte[], byte[]>>> poll) {
        for (ConsumerRecord<byte[], byte[]> record : poll.getPayload()) {
            reception.receive(arrival(record));
            lag.received(record.timestamp());
        }
    }

    private Arrival arrival(ConsumerRecord<byte[], byte[]> record) {
        return new Arrival(
                Topic.named(record.topic().substring(topicPrefix.length())),
                record.partition(),
                record.offset(),
                record.key(),
                record.value());
    }
}
