package de.kim.kit.door;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** How far the inbox is behind, and whether it reaches a broker, as its consumer says. */
final class InboxLag {
    private final Clock clock;
    private volatile @Nullable AbstractMessageListenerContainer<?, ?> container;
    private volatile long lastTimestamp;

    InboxLag(Clock clock) {
        this.clock = clock;
    }

    void watch(AbstractMessageListenerContainer<?, ?> container) {
        this.container = container;
    }

    void received(long timestamp) {
        lastTimestamp = timestamp;
    }

    /** Records that the consumer knows of and has not handed over. */
    double events() {
        return sum("records-lag");
    }

    /** The age of the last record taken while there are more; 0 when there are none. */
    double seconds() {
        return events() == 0 || lastTimestamp == 0
                ? 0
                : Math.max(0, clock.millis() - lastTimestamp) / 1000.0;
    }

    /** Whether the consumer has a connection to a broker; true where nothing is listened to. */
    boolean isConnected() {
        return container == null || sum("connection-count") > 0;
    }

    private double sum(String metric) {
        AbstractMessageListenerContainer<?, ?> watched = container;
        if (watched == null) {
            return 0;
        }
        double sum = 0;
        for (Map<MetricName, ? extends Metric> client : watched.metrics().values()) {
            for (Map.Entry<MetricName, ? extends Metric> entry : client.entrySet()) {
                if (entry.getKey().name().equals(metric)
                        && entry.getValue().metricValue() instanceof Double value
                        && !value.isNaN()) {
                    sum += value;
                }
            }
        }
        return sum;
    }
}
