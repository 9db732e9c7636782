package de.kim.catalog.plumbing;

import de.kim.catalog.read.CourseProjection;
import de.kim.catalog.write.CatalogHistory;
import de.kim.catalog.write.CatalogRefusal;
import de.kim.catalog.write.EndAdmission;
import de.kim.kit.heard.HeardRulebooks;
import de.kim.kit.heard.TakenPlaces;
import de.kim.kit.refusal.Refused;
import de.kim.kit.store.StoredEventTypes;
import de.kim.rules.Rulebooks;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Axon cannot find by itself. */
@Configuration(proxyBeanMethods = false)
class CatalogWiring {
    /** The names under which events are stored. */
    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.ofSealed(CatalogHistory.class);
    }

    /** The rules that planning needs: group sizes, sections and validity of the course types. */
    @Bean
    HeardRulebooks rulebooks(JdbcClient jdbc) {
        return new HeardRulebooks(jdbc, Rulebooks.FIRST);
    }

    @Bean
    TakenPlaces takenPlaces(JdbcClient jdbc) {
        return new TakenPlaces(jdbc);
    }

    /** In the unit of work of the event, and a failure fails it: Axon would only log. */
    @Autowired
    void processors(EventProcessingConfigurer processing) {
        processing
                .registerSubscribingEventProcessor(CourseProjection.NAME)
                .registerListenerInvocationErrorHandler(
                        CourseProjection.NAME, axon -> PropagatingErrorHandler.instance());
    }

    /** That there is no such course or provider is an answer, whoever asks. */
    @Autowired
    void unknown(CommandBus commands) {
        commands.registerHandlerInterceptor(
                (unitOfWork, chain) -> {
                    try {
                        return chain.proceed();
                    } catch (AggregateNotFoundException e) {
                        throw new Refused(
                                unitOfWork.getMessage().getPayload() instanceof EndAdmission
                                        ? CatalogRefusal.PROVIDER_NOT_FOUND
                                        : CatalogRefusal.COURSE_NOT_FOUND);
                    }
                });
    }
}
