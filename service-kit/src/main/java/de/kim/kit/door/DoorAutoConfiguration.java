package de.kim.kit.door;

import de.kim.kit.store.StoreAutoConfiguration;
import de.kim.kit.work.RootUnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
}
