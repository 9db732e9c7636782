package de.kim.kit.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the event store.
 *
 * @param hotAggregates how many aggregates stay in memory, 0 for none
 * @param poll how often an idle stream looks by itself, should a wake-up be lost
 * @param claimTimeout after an instance was killed, how long its processors stay nobody's; they
 *     renew their claim every second and with every batch
 */
@ConfigurationProperties("kim.store")
public record StoreProperties(
        @DefaultValue("1000") int hotAggregates,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("5s") Duration claimTimeout) {}
