package de.kim.reporting.read;

import de.kim.events.Envelope;
import de.kim.kit.door.CloudEventJson;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one writer of table {@code ledger}: each event gets the next index, in the transaction of its
 * inbox mark. The bytes are the event as {@link CloudEventJson} writes it, which is what its source
 * published: the same event always becomes the same bytes.
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
    private final CloudEventJson json = new CloudEventJson();

    public Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Appends one event. From here to the end of the transaction nobody else writes the ledger or
     * the report.
     *
     * @return the set of report tables that is live
     */
    LiveSet append(Envelope envelope) {
        String live =
                jdbc.sql(APPEND)
                        .param("id", envelope.id())
                        .param("topic", About.topic(envelope))
                        .param("source", envelope.source())
                        .param("subject", envelope.subject())
                        .param("sequence", envelope.sequence())
                        .param("type", envelope.type())
                        .param("time", envelope.time().atOffset(ZoneOffset.UTC))
                        .param("referral", About.referral(envelope.event()))
                        .param("bytes", json.write(envelope))
                        .query(String.class)
                        .single();
        return LiveSet.named(live);
    }
}
