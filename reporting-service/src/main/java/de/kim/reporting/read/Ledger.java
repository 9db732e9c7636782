package de.kim.reporting.read;

import de.kim.events.PublicEvent;
import de.kim.kit.door.RawEvent;
import de.kim.rules.tree.Hash;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one writer of table {@code ledger}: each event gets the next index, in the transaction of its
 * inbox mark, with the bytes that its source wrote and the nodes that it completes in the tree. An
 * event of a type that this version does not know is kept as well; its type is remembered until a
 * version has shown what it means.
 */
@Component
public class Ledger {
    private static final String NEXT =
            """
            update ledger_head set size = size + 1, newest = greatest(newest, :time)
            returning size - 1 as index, live_set
            """;

    /**
     * A statement of its own: it looks at the nodes only when the head is held, so it sees what the
     * writer before has committed. A missing sibling gives no hash, and nothing is stored.
     */
    private static final String APPEND =
            """
            with recursive event as (
                select cast(:index as bigint) as index, cast(:bytes as bytea) as bytes),
            grown (level, index, hash) as (
                select 0, index, sha256('\\x00'::bytea || bytes) from event
                union all
                select g.level + 1, g.index / 2, sha256('\\x01'::bytea || (
                    select n.hash from ledger_node n
                    where n.level = g.level and n.index = g.index - 1) || g.hash)
                from grown g where g.index % 2 = 1),
            noded as (
                insert into ledger_node (level, index, hash) select level, index, hash from grown),
            kept as (
                insert into ledger
                    (index, event_id, topic, source, subject, sequence, type, time, referral_id,
                     bytes)
                select index, :id, :topic, :source, :subject, :sequence, :type, :time,
                    cast(:referral as uuid), bytes
                from event)
            select min(index) from ledger where event_id = :id
            """;

    private record Next(long index, LiveSet live) {}

    private final JdbcClient jdbc;
    private final LedgerAlarms alarms;

    public Ledger(JdbcClient jdbc, LedgerAlarms alarms) {
        this.jdbc = jdbc;
        this.alarms = alarms;
    }

    /**
     * Appends one event. From here to the end of the transaction nobody else writes the ledger or
     * the report.
     *
     * @param known what it says; null when this version does not know its type
     */
    public void append(RawEvent event, @Nullable PublicEvent known) {
        UUID referral = known == null ? About.referral(event) : About.referral(known);
        Next next =
                jdbc.sql(NEXT)
                        .param("time", event.time().atOffset(ZoneOffset.UTC))
                        .query(
                                (row, number) ->
                                        new Next(
                                                row.getLong("index"),
                                                LiveSet.named(row.getString("live_set"))))
                        .single();
        Optional<Long> before =
                jdbc.sql(APPEND)
                        .param("index", next.index())
                        .param("id", event.id())
                        .param("topic", event.topic().destination())
                        .param("source", event.source())
                        .param("subject", event.subject())
                        .param("sequence", event.sequence())
                        .param("type", event.type())
                        .param("time", event.time().atOffset(ZoneOffset.UTC))
                        .param("referral", referral)
                        .param("bytes", event.bytes())
                        .query(Long.class)
                        .optional();
        before.ifPresent(
                index ->
                        alarms.raise(
                                LedgerAlarms.Code.SAME_ID_OTHER_BYTES,
                                "event %s stands at %d and again at %d"
                                        .formatted(event.id(), index, next.index())));
        remember(next.live());
        if (known == null) {
            jdbc.sql("insert into report_unknown_type (type) values (?) on conflict do nothing")
                    .param(event.type())
                    .update();
        }
    }

    /** An event that came before: with other bytes than then, somebody has changed the past. */
    public void compare(RawEvent event) {
        List<byte[]> kept =
                jdbc.sql(
                                """
                                select bytes from ledger
                                where source = ? and subject = ? and sequence = ?
                                """)
                        .params(event.source(), event.subject(), event.sequence())
                        .query((row, number) -> row.getBytes(1))
                        .list();
        if (!kept.isEmpty() && !Arrays.equals(kept.getFirst(), event.bytes())) {
            alarms.raise(
                    LedgerAlarms.Code.SAME_ID_OTHER_BYTES,
                    "%s says event %d of %s again, with other bytes of hash %s"
                            .formatted(
                                    event.source(),
                                    event.sequence(),
                                    event.subject(),
                                    Hash.leaf(event.bytes())));
        }
    }

    /** The set of report tables that is live, in a transaction that has appended. */
    LiveSet live() {
        return (LiveSet)
                Objects.requireNonNull(
                        TransactionSynchronizationManager.getResource(this), "nothing appended");
    }

    /** It cannot change before this transaction ends: whoever changes it needs the head's lock. */
    private void remember(LiveSet live) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, live);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResource(Ledger.this);
                    }
                });
    }
}
