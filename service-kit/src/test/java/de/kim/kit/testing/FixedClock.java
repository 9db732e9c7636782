package de.kim.kit.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** It is always the same Monday morning, so that dates in tests stay what they are. */
@TestConfiguration(proxyBeanMethods = false)
public class FixedClock {
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneId.of("Europe/Berlin"));
    }
}
