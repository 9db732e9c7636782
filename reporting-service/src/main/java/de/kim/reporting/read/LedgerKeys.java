package de.kim.reporting.read;

import de.kim.audit.note.KeySuccession;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.audit.note.SigningKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that checkpoints are signed with: the public half and who vouches for it in table {@code
 * ledger_key}, the private half in the key folder. Callers hold the lock of {@link Checkpoints}.
 */
@Component
public class LedgerKeys {
    /** The name under which a ledger of KIM signs, and the origin of its checkpoints. */
    static final String NAME = "kim-ledger";

    /** A public key of the ledger; {@code succession} is the word of the one before. */
    public record LedgerKey(String line, @Nullable String succession) {}

    private final JdbcClient jdbc;
    private final KeyFolder folder;
    private final Clock clock;

    public LedgerKeys(JdbcClient jdbc, KeyFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /** All there ever were, the first first. */
    List<LedgerKey> all() {
        return jdbc.sql("select line, succession from ledger_key order by number")
                .query((row, i) -> new LedgerKey(row.getString(1), row.getString(2)))
                .list();
    }

    /** The one that signs now, made when there is none; empty when the folder does not have it. */
    Optional<SigningKey> current() {
        List<LedgerKey> all = all();
        return all.isEmpty()
                ? Optional.of(add(null))
                : folder.key(PublicKeyLine.parse(all.getLast().line()));
    }

    /** Makes a new key, for which the old one vouches; it signs from now on. */
    PublicKeyLine rotate(SigningKey old) {
        return add(old).publicLine();
    }

    private SigningKey add(@Nullable SigningKey old) {
        SigningKey fresh = SigningKey.fresh(NAME);
        folder.keep(fresh);
        SignedNote word = old == null ? null : KeySuccession.vouch(old, fresh.publicLine());
        jdbc.sql("insert into ledger_key (line, succession, since) values (?, ?, ?)")
                .param(fresh.publicLine().toString())
                .param(word == null ? null : word.toString())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return fresh;
    }
}
