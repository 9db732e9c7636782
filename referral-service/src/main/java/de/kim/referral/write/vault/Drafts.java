package de.kim.referral.write.vault;

import de.kim.events.DataClass;
import de.kim.kit.web.IfMatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Table {@code vault.draft}: referrals that are being written. Nothing has happened yet, so they
 * are no events. Each is encrypted under a key of its own, which goes with it; a reading is logged
 * under the draft's id, which becomes the referral's.
 */
@Repository
public class Drafts {
    /** The key of the whole: with it the names go. */
    private static final DataClass KEY = DataClass.IDENTITY;

    /** What a draft may hold. */
    private static final Set<DataClass> HELD =
            EnumSet.complementOf(EnumSet.of(DataClass.BACKGROUND));

    private final JdbcClient jdbc;
    private final KeyStore keys;
    private final KeyDestructions destructions;
    private final AccessLog accessLog;
    private final RememberedRequests requests;
    private final Clock clock;

    Drafts(
            JdbcClient jdbc,
            KeyStore keys,
            KeyDestructions destructions,
            AccessLog accessLog,
            RememberedRequests requests,
            Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.destructions = destructions;
        this.accessLog = accessLog;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param number its place in the list, growing
     * @param version counts the changes, from 0
     * @param content JSON
     */
    public record Draft(
            UUID draftId, long number, long version, LocalDate openedOn, byte[] content) {
        /** Says nothing of the content, so that no log does. */
        @Override
        public String toString() {
            return "Draft[" + draftId + "]";
        }
    }

    /** As it lies there. */
    private record Row(
            UUID draftId,
            long number,
            long version,
            LocalDate openedOn,
            UUID ringId,
            UUID keyId,
            byte[] ciphertext) {}

    /** Keeps it from today on, which is the answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate open(UUID draftId, String body, byte[] content) {
        LocalDate today = LocalDate.now(clock);
        Keyring ring = keys.create(EnumSet.of(KEY));
        TransactionSynchronizationManager.registerSynchronization(new RingFate(keys, ring));
        Keyring.Key key = Objects.requireNonNull(ring.keys().get(KEY));
        jdbc.sql(
                        """
                        insert into vault.draft
                            (draft_id, body, version, opened_on, keyring_id, key_id, ciphertext)
                        values (?, ?, 0, ?, ?, ?, ?)
                        """)
                .params(draftId, body, today, ring.id(), key.id())
                .param(encrypted(draftId, 0, content, key))
                .update();
        return today;
    }

    /**
     * Puts this into its place.
     *
     * @return the new version; empty when the body has no such draft
     */
    @Transactional
    public Optional<Long> change(UUID draftId, String body, IfMatch seen, byte[] content) {
        Optional<Row> row = locked(draftId, body);
        row.ifPresent(it -> seen.check(it.version));
        return row.map(it -> change(it, content));
    }

    private long change(Row row, byte[] content) {
        long version = row.version + 1;
        Keyring.Key key = keys.extend(row.ringId, KEY);
        jdbc.sql(
                        """
                        update vault.draft set version = ?, key_id = ?, ciphertext = ?
                        where draft_id = ?
                        """)
                .params(version, key.id(), encrypted(row.draftId, version, content, key))
                .param(row.draftId)
                .update();
        return version;
    }

    /** Empty when the body has no such draft. */
    @Transactional
    public Optional<Draft> read(UUID draftId, Reading reading) {
        return rows("where draft_id = ? and body = ?", draftId, reading.body()).stream()
                .findFirst()
                .flatMap(row -> read(row, reading));
    }

    /** As {@link #read}; and nobody else does anything with it until the unit of work ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Draft> readLocked(UUID draftId, IfMatch seen, Reading reading) {
        Optional<Row> row = locked(draftId, reading.body());
        row.ifPresent(it -> seen.check(it.version));
        return row.flatMap(it -> read(it, reading));
    }

    /** The reading body's own, the oldest first, those after the number. */
    @Transactional
    public List<Draft> of(long afterNumber, int count, Reading reading) {
        return rows(
                        "where body = ? and number > ? order by number limit ?",
                        reading.body(),
                        afterNumber,
                        count)
                .stream()
                .map(row -> read(row, reading))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether there was one of this body. */
    @Transactional
    public boolean delete(UUID draftId, String body, IfMatch seen) {
        Optional<Row> row = locked(draftId, body);
        row.ifPresent(
                it -> {
                    seen.check(it.version);
                    delete(it);
                });
        return row.isPresent();
    }

    /** Deletes what was opened before this day. */
    @Transactional
    public void deleteOpenedBefore(LocalDate day) {
        rows("where opened_on < ? for update skip locked", day).forEach(this::delete);
    }

    /** A restored database may hold drafts whose keys are destroyed. */
    @Transactional
    public void deleteThoseOf(Set<UUID> destroyedRings) {
        jdbc.sql("delete from vault.draft where keyring_id = any (?::uuid[])")
                .param(destroyedRings.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private void delete(Row row) {
        jdbc.sql("delete from vault.draft where draft_id = ?").param(row.draftId).update();
        requests.forget("/api/referral-drafts/" + row.draftId);
        destructions.afterCommit(
                new Destruction(
                        row.draftId,
                        row.ringId,
                        Map.of(KEY, row.keyId),
                        true,
                        LocalDate.now(clock)));
    }

    private Optional<Draft> read(Row row, Reading reading) {
        accessLog.add(row.draftId, HELD, reading);
        return keys.key(row.ringId, KEY, row.keyId)
                .map(key -> Documents.decrypt(row.draftId, KEY, row.version, row.ciphertext, key))
                .map(
                        document ->
                                new Draft(
                                        row.draftId,
                                        row.number,
                                        row.version,
                                        row.openedOn,
                                        document.content()));
    }

    private static byte[] encrypted(UUID draftId, long version, byte[] content, Keyring.Key key) {
        return Documents.encrypt(
                draftId, new Documents.Document(KEY, version, content), key.aead());
    }

    private Optional<Row> locked(UUID draftId, String body) {
        return rows("where draft_id = ? and body = ? for update", draftId, body).stream()
                .findFirst();
    }

    private List<Row> rows(String which, Object... values) {
        return jdbc.sql(
                        """
                        select draft_id, number, version, opened_on, keyring_id, key_id, ciphertext
                        from vault.draft
                        """
                                + which)
                .params(values)
                .query(Drafts::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("draft_id", UUID.class),
                row.getLong("number"),
                row.getLong("version"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("keyring_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getBytes("ciphertext"));
    }
}
