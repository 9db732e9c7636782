package de.kim.referral.plumbing;

import de.kim.referral.write.vault.KeyStore;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with keys that are not those of the database: nobody's data could be read, and
 * what is added would be lost with the wrong keys.
 */
@Component
@DependsOnDatabaseInitialization
class KeyStoreMatch implements InitializingBean {
    private final JdbcClient jdbc;
    private final KeyStore keys;

    KeyStoreMatch(JdbcClient jdbc, KeyStore keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into vault.key_store (id) values (?) on conflict do nothing")
                .param(keys.id())
                .update();
        UUID expected = jdbc.sql("select id from vault.key_store").query(UUID.class).single();
        if (!expected.equals(keys.id())) {
            throw new IllegalStateException(
                    ("The keys in KIM_KEYS_FOLDER are those of another database: this one belongs to"
                                    + " the key store %s, not to %s. See docs/operations.md")
                            .formatted(expected, keys.id()));
        }
    }
}
