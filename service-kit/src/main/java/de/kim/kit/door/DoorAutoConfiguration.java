package de.kim.kit.door;

import de.kim.kit.store.StoreAutoConfiguration;
import de.kim.kit.work.RootUnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the two doors. */
@AutoConfiguration(after = StoreAutoConfiguration.class)
@ConditionalOnBean(RootUnitOfWork.class)
@EnableConfigurationProperties(DoorProperties.class)
@Import({InboxWiring.class, OutboxWiring.class})
public class DoorAutoConfiguration {
    @Bean
    CloudEventJson cloudEventJson() {
        return new CloudEventJson();
    }

    @Bean
    @ConditionalOnMissingBean
    StepListener stepListener() {
        return StepListener.NONE;
    }

    @Bean
    DoorMetrics doorMetrics(ObjectProvider<MeterRegistry> registry) {
        return new DoorMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    @ConditionalOnMissingBean
    Commands commands(RootUnitOfWork root, DoorMetrics metrics) {
        return new RootCommands(root, metrics);
    }

    @Bean
    InboxLag inboxLag(ObjectProvider<Clock> clock) {
        return new InboxLag(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(InboxLag lag) {
        return new KafkaHealth(lag);
    }

    @Bean
    ProcessorLags processorLags(
            EventProcessingConfiguration processing,
            JdbcTemplate jdbc,
            InboxLag lag,
            ObjectProvider<Clock> clock) {
        return new ProcessorLags(processing, jdbc, lag, clock.getIfAvailable(Clock::systemUTC));
    }

    /** It would ask the broker for every topic's offsets; {@link InboxLag} asks nobody. */
    @Bean
    static MeterFilter noOffsetGaugesOfTheBinder() {
        return MeterFilter.denyNameStartsWith("spring.cloud.stream.binder.kafka.offset");
    }
}
