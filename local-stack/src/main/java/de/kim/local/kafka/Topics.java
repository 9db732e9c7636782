package de.kim.local.kafka;

import de.kim.local.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
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
        administrate(
                bootstrap,
                "created",
                admin -> {
                    var missing = new ArrayList<>(ALL);
                    var existing = existing(admin);
                    missing.removeIf(topic -> existing.contains(topic.name()));
                    admin.createTopics(missing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                });
    }

    /**
     * Deletes the topics, and how far each listener has heard them.
     *
     * @param listeners the consumer groups
     */
    public static void delete(String bootstrap, Collection<String> listeners) {
        administrate(
                bootstrap,
                "deleted",
                admin -> {
                    var groups =
                            admin
                                    .listGroups()
                                    .valid()
                                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS)
                                    .stream()
                                    .map(GroupListing::groupId)
                                    .filter(listeners::contains)
                                    .toList();
                    admin.deleteConsumerGroups(groups)
                            .all()
                            .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                    var existing = existing(admin);
                    existing.retainAll(ALL.stream().map(NewTopic::name).toList());
                    admin.deleteTopics(existing).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
                });
    }

    private static Set<String> existing(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        return new HashSet<>(admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    private interface Work {
        void with(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static void administrate(String bootstrap, String done, Work work) {
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) LIMIT.toMillis(),
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000);
        try (var admin = Admin.create(settings)) {
            work.with(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new Trouble(
                    "The topics cannot be %s on Kafka at %s: %s."
                            .formatted(done, bootstrap, e.getMessage()),
                    "Check ./kim logs kafka, then run ./kim up again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while working on the topics.", "Run ./kim up again.", e);
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(settings);
    }
}
