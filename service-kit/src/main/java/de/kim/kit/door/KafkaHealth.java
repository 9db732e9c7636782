package de.kim.kit.door;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the inbox's consumer has a broker; asks nobody, so it costs nothing. */
final class KafkaHealth implements HealthIndicator {
    private final InboxLag lag;

    KafkaHealth(InboxLag lag) {
        this.lag = lag;
    }

    @Override
    public Health health() {
        return (lag.isConnected() ? Health.up() : Health.down()).build();
    }
}
