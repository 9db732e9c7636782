package de.kim.system.bench;

import de.kim.system.bench.service.Course;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon 4.13 as it comes: its JDBC engine and token store in its own tables, on the same pool, with
 * the same serializer as ours, Axon's transactions over Spring's, and without snapshots, as ours.
 */
final class StockAxon {
    /** The table of its events. */
    static final String TABLE = "DomainEventEntry";

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Serializer serializer = Jackson3Serializer.builder().build();

    private StockAxon(DataSource dataSource) {
        this.dataSource = dataSource;
        this.transactions = new JdbcTransactionManager(dataSource);
    }

    /** Creates its tables in the database of a pool. */
    static StockAxon in(Database database, DataSource pool) throws SQLException {
        var stock = new StockAxon(pool);
        try (var connection = database.ownerConnection()) {
            ConnectionProvider owner =
                    () ->
                            ConnectionWrapperFactory.wrap(
                                    connection, new ConnectionWrapperFactory.NoOpCloseHandler());
            stock.engine(owner).createSchema(PostgresEventTableFactory.INSTANCE);
            stock.tokens(owner).createSchema(PostgresTokenTableFactory.INSTANCE);
        }
        database.asOwner(
                "grant all on DomainEventEntry, SnapshotEventEntry, TokenEntry to "
                        + database.user(),
                "grant usage on all sequences in schema public to " + database.user());
        return stock;
    }

    /** Its event store, for a contest. */
    EventSide side(String name) {
        var engine = engine();
        Configuration axon =
                DefaultConfigurer.defaultConfiguration()
                        .configureSerializer(configuration -> serializer)
                        .configureTransactionManager(configuration -> transactionManager())
                        .configureEmbeddedEventStore(configuration -> engine)
                        .configureAggregate(Course.class)
                        .start();
        return new EventSide(name, TABLE, engine, transactionManager(), axon.commandGateway());
    }

    JdbcEventStorageEngine engine() {
        return engine(new SpringDataSourceConnectionProvider(dataSource));
    }

    JdbcTokenStore tokens() {
        return tokens(new SpringDataSourceConnectionProvider(dataSource));
    }

    TransactionManager transactionManager() {
        return new SpringTransactionManager(transactions);
    }

    private JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactionManager())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                .build();
    }

    private JdbcTokenStore tokens(ConnectionProvider connections) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .build();
    }
}
