package de.kim.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs, as {@code ./kim status --json} says it. A pid is null where nothing runs, or where
 * someone else runs it.
 *
 * @param services the services, in the order of their table
 * @param issuer address of the OpenID provider; null before its first start
 * @param signIn the process of that provider
 * @param home the folder of data and logs
 * @param ports the port of each listener
 */
public record Status(
        List<ServiceStatus> services,
        PostgresStatus postgres,
        KafkaStatus kafka,
        MailStatus mail,
        @Nullable String issuer,
        SignInStatus signIn,
        String home,
        Map<String, Integer> ports) {

    /** A service: where it answers and whether it is ready. */
    public record ServiceStatus(String name, String url, @Nullable Long pid, boolean healthy) {}

    /** PostgreSQL: the JDBC address of the server without database, user and password. */
    public record PostgresStatus(String url, @Nullable Long pid, boolean healthy) {}

    /** Kafka: where clients begin. */
    public record KafkaStatus(String bootstrap, @Nullable Long pid, boolean healthy) {}

    /** Mail: {@code HOST:PORT} for sending, an address for reading. */
    public record MailStatus(String smtp, String url, @Nullable Long pid, boolean healthy) {}

    /** The OpenID provider of this machine. */
    public record SignInStatus(@Nullable Long pid, boolean healthy) {}

    /** A service by its name. */
    public Optional<ServiceStatus> service(String name) {
        return services.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** Whether everything is healthy. */
    public boolean allHealthy() {
        return Stream.concat(
                        services.stream().map(ServiceStatus::healthy),
                        Stream.of(
                                postgres.healthy(),
                                kafka.healthy(),
                                mail.healthy(),
                                signIn.healthy()))
                .allMatch(h -> h);
    }
}
