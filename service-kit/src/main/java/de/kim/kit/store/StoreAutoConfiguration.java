package de.kim.kit.store;

import com.zaxxer.hikari.HikariDataSource;
import de.kim.kit.work.RootUnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/**
 * Wires the event store. A service contributes its {@link StoredEventTypes} and its {@link
 * PublicNumbering}; a service without aggregates contributes neither.
 */
@AutoConfiguration(after = AxonOnBootAutoConfiguration.class)
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties(StoreProperties.class)
public class StoreAutoConfiguration {
    /** The pool as an {@link AppendingDataSource}, for everybody: they share its transactions. */
    @Bean
    static BeanPostProcessor appendingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new AppendingDataSource(pool) : bean;
            }
        };
    }

    @Bean
    StoreIntegrity storeIntegrity(DataSource dataSource) {
        return new StoreIntegrity(dataSource);
    }

    @Bean
    OwnConnections ownConnections(DataSource dataSource) throws SQLException {
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        properties.setProperty("user", pool.getUsername());
        properties.setProperty("password", pool.getPassword());
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("prepareThreshold", "1");
        String url = pool.getJdbcUrl();
        return () -> DriverManager.getConnection(url, properties);
    }

    @Bean
    WakeSignal wakeSignal() {
        return new WakeSignal();
    }

    @Bean
    RemoteWake remoteWake(OwnConnections connections, WakeSignal signal) {
        return new RemoteWake(connections, signal);
    }

    @Bean
    EventRows eventRows(
            ObjectProvider<StoredEventTypes> types,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new EventRows(types.getIfAvailable(StoredEventTypes::ofSealed), serializer);
    }

    @Bean
    StreamReader streamReader(
            OwnConnections connections, EventRows rows, ObjectProvider<MeterRegistry> metrics) {
        StreamReader reader = new StreamReader(connections, rows);
        TimeGauge.builder(
                        "kim.store.horizon.delay",
                        reader,
                        TimeUnit.MILLISECONDS,
                        r -> r.delay().toMillis())
                .description("For how long readers have been waiting for an open writer")
                .register(metrics.getIfAvailable(SimpleMeterRegistry::new));
        return reader;
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            DataSource dataSource,
            EventRows rows,
            StreamReader reader,
            WakeSignal signal,
            RemoteWake remoteWake,
            ObjectProvider<StoredEventTypes> types,
            ObjectProvider<PublicNumbering> numbering,
            ObjectProvider<MeterRegistry> metrics,
            @Qualifier("eventSerializer") Serializer serializer) {
        PublicCounts counts = new PublicCounts();
        PublicNumbering outbox = late(numbering);
        return new PostgresEventStorageEngine(
                (AppendingDataSource) dataSource,
                rows,
                new AppendStatement(
                        types.getIfAvailable(StoredEventTypes::ofSealed),
                        outbox,
                        counts,
                        serializer),
                counts,
                reader,
                new AfterCommit(signal, remoteWake::tell),
                metrics.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Asked for late, and once: the service's Outbox may need beans that need the event store. */
    private static PublicNumbering late(ObjectProvider<PublicNumbering> numbering) {
        PublicNumbering nothingIsPublic = payload -> false;
        SingletonSupplier<PublicNumbering> outbox =
                SingletonSupplier.of(() -> numbering.getIfAvailable(() -> nothingIsPublic));
        return payload -> outbox.obtain().isPublic(payload);
    }

    @Bean(name = "eventBus")
    @Qualifier("eventStore")
    PostgresEventStore eventStore(
            PostgresEventStorageEngine engine,
            StreamReader reader,
            EventRows rows,
            WakeSignal signal,
            StoreProperties properties,
            Configuration axon) {
        return PostgresEventStore.over(
                engine,
                reader,
                rows,
                signal,
                properties.poll(),
                axon.getComponent(EventBusSpanFactory.class));
    }

    @Bean
    HotAggregates hotAggregates(StoreProperties properties) {
        return new HotAggregates(properties.hotAggregates());
    }

    @Bean
    static HotAggregateRepositories hotAggregateRepositories() {
        return new HotAggregateRepositories();
    }

    @Bean
    RootUnitOfWork rootUnitOfWork(TransactionManager transactions, CommandGateway commands) {
        return new RootUnitOfWork(transactions, commands);
    }
}
