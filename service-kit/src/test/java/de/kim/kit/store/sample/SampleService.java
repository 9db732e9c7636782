package de.kim.kit.store.sample;

import de.kim.kit.store.PublicNumbering;
import de.kim.kit.store.StoredEventTypes;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service; what is public is everything but notes. */
@SpringBootApplication
public class SampleService {
    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(CourseHistory.class);
    }

    @Bean
    PublicNumbering publicNumbering() {
        return payload -> !(payload instanceof CourseHistory.Noted);
    }
}
