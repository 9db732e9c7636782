package de.kim.system.bench.service;

import de.kim.kit.store.PublicNumbering;
import de.kim.kit.store.StoredEventTypes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The service. Every event is public, whether it speaks or not. */
@SpringBootApplication
public class BenchService {
    /** The property that gives it a way out. */
    public static final String SPEAKS = "bench.speaks";

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(CourseHistory.class);
    }

    @Bean
    @ConditionalOnProperty(name = SPEAKS, havingValue = "false", matchIfMissing = true)
    PublicNumbering publicNumbering() {
        return payload -> true;
    }
}
