package de.kim.kit.door;

import de.kim.kit.store.PublicNumbering;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.stream.binding.BindingService;
import org.springframework.cloud.stream.config.ProducerMessageHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.integration.kafka.outbound.KafkaProducerMessageHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the way out of a service that has one. */
@ConditionalOnBean(OutDoor.class)
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class OutboxWiring {
    @Bean
    @ConditionalOnMissingBean
    PublicNumbering publicNumbering(OutDoor<?> door) {
        return new OutboxNumbering(door);
    }

    @Bean
    ProducerMessageHandlerCustomizer<KafkaProducerMessageHandler<?, ?>> sendFutures() {
        return (handler, destination) -> StreamSender.collectFutures(handler);
    }

    @Bean
    StreamSender streamSender(BindingService bindings, DoorProperties properties) {
        return new StreamSender(bindings, properties.topicPrefix());
    }

    @Bean
    OutboxPublisher outboxPublisher(
            OutDoor<?> door,
            Optional<ProfileSource> profiles,
            StreamSender sender,
            CloudEventJson json,
            DoorProperties properties,
            DoorMetrics metrics,
            StepListener steps,
            @Value("${spring.application.name}") String application) {
        return new OutboxPublisher(
                door,
                profiles,
                sender,
                json,
                Wire.source(application),
                properties.sendTimeout(),
                metrics,
                steps);
    }

    @Bean
    Sealer sealer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventProcessingConfiguration processing,
            StreamSender sender,
            CloudEventJson json,
            ObjectProvider<Clock> clock,
            DoorProperties properties,
            @Value("${spring.application.name}") String application) {
        return new Sealer(
                jdbc,
                transactions,
                processing,
                sender,
                json,
                clock.getIfAvailable(Clock::systemUTC),
                Wire.source(application),
                properties);
    }

    @Bean
    ConfigurerModule outboxProcessor(DoorProperties properties) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerEventProcessor(
                                DoorNames.OUTBOX,
                                (name, axon, invoker) -> processor(name, axon, invoker, properties))
                        .registerListenerInvocationErrorHandler(
                                DoorNames.OUTBOX, axon -> PropagatingErrorHandler.instance());
    }

    private static EventProcessor processor(
            String name,
            Configuration axon,
            EventHandlerInvoker invoker,
            DoorProperties properties) {
        EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
        TrackingEventProcessor.Builder builder =
                TrackingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(invoker)
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .errorHandler(PropagatingErrorHandler.instance())
                        .messageSource(axon.getComponent(EventStore.class))
                        .tokenStore(processing.tokenStore(name))
                        .transactionManager(axon.getComponent(TransactionManager.class))
                        .trackingEventProcessorConfiguration(
                                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                        .andInitialTrackingToken(
                                                StreamableMessageSource::createTailToken)
                                        .andBatchSize(properties.batchSize()));
        return new OutboxProcessor(builder, properties.longestPause());
    }
}
