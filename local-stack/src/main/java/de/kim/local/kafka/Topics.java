package de.kim.local.kafka;

import de.kim.local.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of the public events. Nothing creates a topic by accident: the broker's auto-creation
 * is off.
 */
public final class Topics {
    private static final int PARTITIONS = 6;
    private static final Map<String, String> FOR_EVER =
            Map.of("retention.ms", "-1", "retention.bytes", "-1");
    // an erased person's profile is gone from the log within a day; its tombstone waits a year for
    // a listener that is off
    private static final Map<String, String> LATEST_ONLY =
            Map.of(
                    "cleanup.policy", "compact",
                    "max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()),
                    "delete.retention.ms", Long.toString(Duration.ofDays(365).toMillis()));
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Every topic with its partitions; the replication is the broker's default (one here, three in
     * a cluster).
     */
    static final List<NewTopic> ALL =
            List.of(
                    topic("kim.referrals", FOR_EVER),
                    topic("kim.profiles", LATEST_ONLY),
                    topic("kim.courses", FOR_EVER),
                    topic("kim.allocations", FOR_EVER),
                    topic("kim.notifications", FOR_EVER),
                    topic("kim.rulebook", FOR_EVER));

    private Topics() {}

    /** Creates the topics that are missing; those that exist stay as they are. */
    public static void create(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) LIMIT.toMillis(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000);
        try (var admin = Admin.create(settings)) {
            var existing = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            var missing = ALL.stream().filter(t -> !existing.contains(t.name())).toList();
            admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble(
                    "The topics cannot be created on Kafka at %s: %s."
                            .formatted(bootstrap, e.getMessage()),
                    "Check ./kim logs kafka, then run ./kim up again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while creating topics.", "Run ./kim up again.", e);
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
    }
}
