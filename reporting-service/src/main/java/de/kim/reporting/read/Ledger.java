package de.kim.reporting.read;

import de.kim.events.PublicEvent;
import de.kim.kit.door.RawEvent;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one writer of table {@code ledger}: each event gets the next index, in the transaction of its
 * inbox mark, with the bytes that its source wrote. An event of a type that this version does not
 * know is kept as well; its type is remembered until a version has shown what it means.
 */
@Component
public class Ledger {
    private static final String APPEND =
            """
            with head as (
                update ledger_head
                set size = size + 1, newest = greatest(newest, :time)
                returning size, live_set)
            insert into ledger
                (index, event_id, topic, source, subject, sequence, type, time, referral_id, bytes)
            select head.size - 1, :id, :topic, :source, :subject, :sequence, :type, :time,
                cast(:referral as uuid), :bytes
            from head
            returning (select live_set from head)
            """;

    private final JdbcClient jdbc;

    public Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Appends one event. From here to the end of the transaction nobody else writes the ledger or
     * the report.
     *
     * @param known what it says; null when this version does not know its type
     */
    public void append(RawEvent event, @Nullable PublicEvent known) {
        UUID referral = known == null ? About.referral(event) : About.referral(known);
        String live =
                jdbc.sql(APPEND)
                        .param("id", event.id())
                        .param("topic", event.topic().destination())
                        .param("source", event.source())
                        .param("subject", event.subject())
                        .param("sequence", event.sequence())
                        .param("type", event.type())
                        .param("time", event.time().atOffset(ZoneOffset.UTC))
                        .param("referral", referral)
                        .param("bytes", event.bytes())
                        .query(String.class)
                        .single();
        remember(LiveSet.named(live));
        if (known == null) {
            jdbc.sql("insert into report_unknown_type (type) values (?) on conflict do nothing")
                    .param(event.type())
                    .update();
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
