package de.kim.notification.plumbing;

import de.kim.kit.store.StoredEventTypes;
import de.kim.notification.write.MessageHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service stores, by name. */
@Configuration(proxyBeanMethods = false)
class StoredEvents {
    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(MessageHistory.class);
    }
}
