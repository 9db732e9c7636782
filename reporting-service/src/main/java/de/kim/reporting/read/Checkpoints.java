package de.kim.reporting.read;

import de.kim.audit.note.Checkpoint;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.audit.note.SigningKey;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.LedgerAlarms.Code;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs what the ledger has committed. Nothing is signed that contradicts the last checkpoint: the
 * one in the key folder outlives a database that was put back to an older state.
 */
@Component
public class Checkpoints {
    /** Any number will do, as long as nobody else in this database uses it. */
    private static final long LOCK = 0x6b696d_6370L;

    private final JdbcTemplate jdbc;
    private final LedgerTree tree;
    private final LedgerKeys keys;
    private final KeyFolder folder;
    private final LedgerAlarms alarms;
    private final Clock clock;
    private final TransactionTemplate alone;

    public Checkpoints(
            JdbcTemplate jdbc,
            LedgerTree tree,
            LedgerKeys keys,
            KeyFolder folder,
            LedgerAlarms alarms,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.keys = keys;
        this.folder = folder;
        this.alarms = alarms;
        this.clock = clock;
        alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Signs how far the ledger is, if it has grown since. */
    @Scheduled(fixedDelayString = "${kim.ledger.checkpoint-pause:1s}")
    public void sign() {
        long size = LedgerHead.read(jdbc).size();
        if (size > 0 && latest().map(it -> checkpoint(it).size() < size).orElse(true)) {
            at(size);
        }
    }

    /** The checkpoint with the most events. */
    Optional<SignedNote> latest() {
        return notes("select note from ledger_checkpoint order by size desc limit 1").stream()
                .findFirst();
    }

    /** The last one of each day (UTC) up to this size, the smallest first. */
    List<SignedNote> ofDays(long size) {
        return notes(
                """
                select note from (
                    select distinct on (date_trunc('day', signed_at, 'UTC')) size, note
                    from ledger_checkpoint where size <= ?
                    order by date_trunc('day', signed_at, 'UTC'), size desc) of_day
                order by size
                """,
                size);
    }

    /**
     * The checkpoint of the first {@code size} events, signed now when it was not; empty when it
     * may not be.
     */
    Optional<SignedNote> at(long size) {
        return Objects.requireNonNull(alone.execute(status -> lockedAt(size)));
    }

    /**
     * Lets a new key sign from now on.
     *
     * @throws Refused SIGNING_KEY_MISSING when the old one is not there to vouch for it
     */
    PublicKeyLine rotate() {
        return Objects.requireNonNull(
                alone.execute(
                        status -> {
                            lock();
                            return keys.rotate(
                                    keys.current()
                                            .orElseThrow(
                                                    () ->
                                                            new Refused(
                                                                    ReportingRefusal
                                                                            .SIGNING_KEY_MISSING)));
                        }));
    }

    /** The keys that are there now, also for a transaction that looks at an earlier instant. */
    List<LedgerKeys.LedgerKey> keys() {
        return Objects.requireNonNull(alone.execute(status -> keys.all()));
    }

    private Optional<SignedNote> lockedAt(long size) {
        lock();
        List<SignedNote> there = notes("select note from ledger_checkpoint where size = ?", size);
        if (!there.isEmpty()) {
            return Optional.of(there.getFirst());
        }
        Optional<SigningKey> key = keys.current();
        if (key.isEmpty()) {
            alarms.raise(Code.SIGNING_KEY_MISSING, keys.all().getLast().line());
            return Optional.empty();
        }
        return goesOnFromLast() ? Optional.of(signed(size, key.get())) : Optional.empty();
    }

    private SignedNote signed(long size, SigningKey key) {
        Checkpoint checkpoint = new Checkpoint(LedgerKeys.NAME, size, tree.root(size));
        SignedNote note = SignedNote.sign(checkpoint.text(), List.of(key));
        jdbc.update(
                "insert into ledger_checkpoint (size, signed_at, note) values (?, ?, ?)",
                size,
                clock.instant().atOffset(ZoneOffset.UTC),
                note.toString());
        if (folder.last().map(last -> checkpoint(last).size() < size).orElse(true)) {
            folder.keepLast(note);
        }
        return note;
    }

    /** Whether the ledger begins with all that was signed last. */
    private boolean goesOnFromLast() {
        Optional<Checkpoint> last = folder.last().or(this::latest).map(Checkpoints::checkpoint);
        if (last.isEmpty()) {
            return true;
        }
        long size = LedgerHead.read(jdbc).size();
        if (last.get().size() > size) {
            alarms.raise(
                    Code.NOT_WHAT_WAS_SIGNED,
                    "signed were %d events, there are fewer".formatted(last.get().size()));
            return false;
        }
        if (!tree.root(last.get().size()).equals(last.get().root())) {
            alarms.raise(
                    Code.NOT_WHAT_WAS_SIGNED,
                    "the first %d events are not those that were signed"
                            .formatted(last.get().size()));
            return false;
        }
        return true;
    }

    private void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    }

    private List<SignedNote> notes(String sql, Object... parameters) {
        return jdbc.queryForList(sql, String.class, parameters).stream()
                .map(SignedNote::parse)
                .toList();
    }

    static Checkpoint checkpoint(SignedNote note) {
        return Checkpoint.parse(note.text());
    }
}
