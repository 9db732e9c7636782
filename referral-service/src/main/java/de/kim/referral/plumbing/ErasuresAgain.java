package de.kim.referral.plumbing;

import de.kim.events.DataClass;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.referral.write.DeleteData;
import de.kim.referral.write.ErasePerson;
import de.kim.referral.write.vault.Destruction;
import de.kim.referral.write.vault.Drafts;
import de.kim.referral.write.vault.KeyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database that was restored from a backup may hold people who were erased since. The list of
 * destructions beside the keys knows them; they are erased again, with the events that say so,
 * before the service answers anybody.
 */
@Component
class ErasuresAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasuresAgain.class);

    /** After Axon (4.13: 3072 before the last phase), before the web server. */
    private static final int PHASE = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 512;

    private final KeyStore keys;
    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final Drafts drafts;
    private volatile boolean running;

    ErasuresAgain(KeyStore keys, JdbcClient jdbc, RootUnitOfWork root, Drafts drafts) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.root = root;
        this.drafts = drafts;
    }

    @Override
    public void start() {
        drafts.deleteThoseOf(
                keys.destructions().stream().map(Destruction::ringId).collect(Collectors.toSet()));
        Set<UUID> rings = known("select keyring_id from vault.person");
        Set<UUID> documents = known("select distinct key_id from vault.document");
        List<Object> again =
                keys.destructions().stream()
                        .filter(
                                gone ->
                                        gone.whole()
                                                ? rings.contains(gone.ringId())
                                                : gone.keys().values().stream()
                                                        .anyMatch(documents::contains))
                        .map(gone -> command(gone, documents))
                        .toList();
        again.forEach(command -> root.callRetrying(() -> root.attempt(command)));
        if (!again.isEmpty()) {
            LOG.warn(
                    "{} erasures were made again: the database is older than they are",
                    again.size());
        }
        running = true;
    }

    private static Object command(Destruction gone, Set<UUID> documents) {
        if (gone.whole()) {
            return new ErasePerson(gone.referralId(), null);
        }
        Set<DataClass> classes = new HashSet<>();
        for (Map.Entry<DataClass, UUID> key : gone.keys().entrySet()) {
            if (documents.contains(key.getValue())) {
                classes.add(key.getKey());
            }
        }
        return new DeleteData(gone.referralId(), classes);
    }

    private Set<UUID> known(String query) {
        return keys.destructions().isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(query).query(UUID.class).list());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
