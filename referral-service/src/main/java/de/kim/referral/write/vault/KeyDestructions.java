package de.kim.referral.write.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Destroys keys: not before the event that says so has committed, and then surely. The table keeps
 * what a crash in between leaves to be done.
 */
@Component
class KeyDestructions {
    private static final Logger LOG = LoggerFactory.getLogger(KeyDestructions.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final KeyStore keys;

    KeyDestructions(JdbcClient jdbc, KeyStore keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Destroys the keys as soon as the transaction has committed, before anybody is answered. */
    void afterCommit(Destruction destruction) {
        jdbc.sql("insert into vault.key_destruction (destruction) values (?::jsonb)")
                .param(JSON.writeValueAsString(destruction))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        destroyNow(destruction);
                    }
                });
    }

    private void destroyNow(Destruction destruction) {
        try {
            keys.destroy(destruction);
        } catch (RuntimeException e) {
            LOG.error("Keys could not be destroyed; it is tried again", e);
        }
    }

    /** Those that were not destroyed, and all for which nobody has made sure of it yet. */
    @Scheduled(
            initialDelayString = "${kim.keys.destroy-every}",
            fixedDelayString = "${kim.keys.destroy-every}")
    void finish() {
        List<Row> rows =
                jdbc.sql("select id, destruction::text as json from vault.key_destruction")
                        .query(Row.class)
                        .list();
        for (Row row : rows) {
            keys.destroy(JSON.readValue(row.json(), Destruction.class));
            jdbc.sql("delete from vault.key_destruction where id = ?").param(row.id()).update();
        }
    }

    private record Row(long id, String json) {}
}
