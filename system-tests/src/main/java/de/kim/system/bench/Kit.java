package de.kim.system.bench;

import com.zaxxer.hikari.HikariDataSource;
import de.kim.kit.store.PostgresEventStorageEngine;
import de.kim.system.bench.service.BenchService;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A service on the kit, started in this JVM as a service starts, but without its web server. */
final class Kit implements AutoCloseable {
    /** The table of its events. */
    static final String TABLE = "event";

    private final ConfigurableApplicationContext context;

    private Kit(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Creates the kit's tables where they are missing and starts.
     *
     * @param settings more settings, as {@code name=value}
     */
    static Kit start(Database database, String... settings) {
        var all =
                Stream.concat(
                                List.of(
                                        "spring.application.name=bench-service",
                                        "spring.main.banner-mode=off",
                                        "spring.flyway.locations=classpath:db/kit",
                                        "KIM_DB_URL=" + database.url(),
                                        "KIM_DB_USER=" + database.user(),
                                        "KIM_DB_PASSWORD=" + database.userPassword(),
                                        "KIM_DB_OWNER_USER=" + database.owner(),
                                        "KIM_DB_OWNER_PASSWORD=" + database.ownerPassword())
                                        .stream(),
                                Stream.of(settings))
                        .map("--"::concat)
                        .toArray(String[]::new);
        var application = new SpringApplication(BenchService.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return new Kit(application.run(all));
    }

    /** Its pool as the other contestants use it, without what the kit adds. */
    DataSource pool() throws SQLException {
        return context.getBean(DataSource.class).unwrap(HikariDataSource.class);
    }

    Configuration axon() {
        return context.getBean(Configuration.class);
    }

    /** Its event store, for a contest. */
    EventSide side(String name) {
        return new EventSide(
                name,
                TABLE,
                context.getBean(PostgresEventStorageEngine.class),
                context.getBean(TransactionManager.class),
                context.getBean(CommandGateway.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
