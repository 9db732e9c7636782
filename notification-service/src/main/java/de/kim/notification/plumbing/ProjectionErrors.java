package de.kim.notification.plumbing;

import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** A row that cannot be written stops its event too: Axon's default only logs. */
@Configuration(proxyBeanMethods = false)
class ProjectionErrors {
    @Autowired
    void propagate(EventProcessingConfigurer processing) {
        processing.registerListenerInvocationErrorHandler(
                "messages", configuration -> PropagatingErrorHandler.instance());
    }
}
