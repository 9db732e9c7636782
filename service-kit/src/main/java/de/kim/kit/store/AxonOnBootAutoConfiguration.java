package de.kim.kit.store;

import de.kim.kit.work.MessageOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Puts Axon 4.13 on Spring Boot 4. Axon orders its auto-configurations after Boot's under their
 * names of Boot 3, so without this one it may find neither the data source nor the transactions and
 * then quietly keeps tokens in memory and runs without transactions.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration"
        },
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@ConditionalOnBean({DataSource.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(StoreProperties.class)
public class AxonOnBootAutoConfiguration {
    static {
        // PostgreSQL keeps microseconds: a projection hears the same time now and when it is
        // rebuilt.
        GenericEventMessage.clock =
                Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** Events a processor takes into one transaction, with one update of its token. */
    private static final int BATCH = 100;

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SavepointTransactionManager(transactionManager);
    }

    /**
     * Without Axon's wrapper that is aware of units of work: when a nested unit of work rolls back,
     * that one rolls back the whole database transaction of its root.
     */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /** Axon's default does not know PostgreSQL's code for a duplicate key. */
    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new SQLStateResolver(SqlStates.UNIQUE_VIOLATION);
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build();
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            TokenSchema schema,
            Serializer general,
            StoreProperties properties) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(general)
                .claimTimeout(properties.claimTimeout())
                .build();
    }

    /** A token of a processor that was reset names Axon's token classes; Jackson refuses others. */
    @Bean
    Jackson3SerializerCustomizer tokensOfResetProcessorsCanBeRead() {
        return mapper ->
                mapper.polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build());
    }

    /** Every message inherits the metadata of the one that caused it, and names it. */
    @Bean
    CorrelationDataProvider inheritedMetaData() {
        return new MessageOrigin();
    }

    /** A refusal rolls back, checked exception or not; Axon's default commits on checked ones. */
    @Bean
    SmartInitializingSingleton commandsRollBackOnEveryException(SimpleCommandBus commandBus) {
        return () -> commandBus.setRollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE);
    }

    /**
     * Processors track the store from its first event, in batches. An event that cannot be handled
     * is tried again and never skipped, as Axon's default would.
     */
    @Bean
    ConfigurerModule processorsTrack() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .usingTrackingEventProcessors()
                        .registerTrackingEventProcessorConfiguration(
                                axon ->
                                        TrackingEventProcessorConfiguration
                                                .forSingleThreadedProcessing()
                                                .andInitialTrackingToken(
                                                        StreamableMessageSource::createTailToken)
                                                .andTokenClaimInterval(1, TimeUnit.SECONDS)
                                                .andBatchSize(BATCH))
                        .registerDefaultListenerInvocationErrorHandler(
                                axon -> PropagatingErrorHandler.instance());
    }
}
