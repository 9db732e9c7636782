package de.kim.reporting.read.timeline;

import de.kim.audit.fold.FoldedRows;
import de.kim.audit.fold.ReportCase;
import de.kim.audit.fold.ReportFold;
import de.kim.events.Envelope;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.refusal.Refused;
import de.kim.reporting.read.LedgerBytes;
import de.kim.reporting.read.LedgerPast;
import de.kim.reporting.read.ReportingRefusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads timelines from the ledger. */
@Component
public class Timelines {
    private final JdbcClient jdbc;
    private final LedgerPast past;
    private final CloudEventJson json = new CloudEventJson();

    public Timelines(JdbcClient jdbc, LedgerPast past) {
        this.jdbc = jdbc;
        this.past = past;
    }

    /**
     * The timeline of a referral.
     *
     * @param asOf as it was at this instant; null: as it is now
     * @throws Refused REFERRAL_UNKNOWN when no event speaks of it, AS_OF_INVALID
     */
    public Timeline of(UUID referralId, @Nullable Instant asOf) {
        long size = asOf == null ? Long.MAX_VALUE : past.sizeAt(asOf);
        List<Timeline.Entry> entries =
                jdbc.sql(
                                "select index, bytes from ledger where referral_id = ?"
                                        + " and index < ? order by time, index")
                        .param(referralId)
                        .param(size)
                        .query(
                                (row, number) ->
                                        entry(
                                                row.getLong("index"),
                                                LedgerBytes.decode(json, row.getBytes("bytes"))))
                        .list();
        if (entries.isEmpty()) {
            throw new Refused(ReportingRefusal.REFERRAL_UNKNOWN);
        }
        return new Timeline(referralId, entries);
    }

    /**
     * One step of it: the last event of the referral that stands at this index of the ledger or
     * before.
     *
     * @param at null: the last event there is
     * @throws Refused REFERRAL_UNKNOWN when no event speaks of it, EVENT_UNKNOWN when none does
     *     before
     */
    public Replay step(UUID referralId, @Nullable Long at) {
        List<Stored> all =
                jdbc.sql("select index, bytes from ledger where referral_id = ? order by index")
                        .param(referralId)
                        .query(
                                (row, number) ->
                                        new Stored(
                                                row.getLong("index"),
                                                LedgerBytes.decode(json, row.getBytes("bytes"))))
                        .list();
        if (all.isEmpty()) {
            throw new Refused(ReportingRefusal.REFERRAL_UNKNOWN);
        }
        int step = (int) all.stream().filter(each -> at == null || each.index() <= at).count();
        if (step == 0) {
            throw new Refused(ReportingRefusal.EVENT_UNKNOWN);
        }
        Timeline.Entry event = entry(all.get(step - 1).index(), all.get(step - 1).reading());
        return new Replay(
                referralId,
                step,
                all.size(),
                event,
                cause(event.causationId()),
                state(referralId, all.subList(0, step)),
                step == 1 ? null : link(referralId, all.get(step - 2)),
                step == all.size() ? null : link(referralId, all.get(step)));
    }

    private record Stored(long index, Reading reading) {}

    private static String link(UUID referralId, Stored to) {
        return "/api/referrals/%s/replay?at=%d".formatted(referralId, to.index());
    }

    private static ReportCase state(UUID referralId, List<Stored> events) {
        FoldedRows rows = new FoldedRows();
        for (Stored each : events) {
            if (each.reading() instanceof Reading.Known known) {
                ReportFold.project(known.envelope(), rows);
            }
        }
        return rows.cases().getOrDefault(referralId, ReportCase.of(referralId));
    }

    private @Nullable Long cause(String causationId) {
        try {
            return jdbc.sql("select index from ledger where event_id = ? order by index limit 1")
                    .param(UUID.fromString(causationId))
                    .query(Long.class)
                    .optional()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            // a message that is no event has an id of its own kind
            return null;
        }
    }

    private static Timeline.Entry entry(long index, Reading reading) {
        return switch (reading) {
            case Reading.Known known -> entry(index, known.envelope());
            case Reading.Unknown unknown -> entry(index, unknown);
            default -> throw new IllegalStateException("no event: " + reading.getClass());
        };
    }

    private static Timeline.Entry entry(long index, Reading.Unknown unknown) {
        return new Timeline.Entry(
                index,
                unknown.time(),
                unknown.type(),
                unknown.source(),
                unknown.subject(),
                unknown.sequence(),
                unknown.id(),
                unknown.correlationId(),
                unknown.causationId(),
                unknown.body(),
                Sentences.NOT_UNDERSTOOD.german(),
                Sentences.NOT_UNDERSTOOD.english(),
                null);
    }

    private static Timeline.Entry entry(long index, Envelope envelope) {
        Sentence sentence = Sentences.of(envelope.event());
        return new Timeline.Entry(
                index,
                envelope.time(),
                envelope.type(),
                envelope.source(),
                envelope.subject(),
                envelope.sequence(),
                envelope.id(),
                envelope.correlationId(),
                envelope.causationId(),
                envelope.body(),
                sentence.german(),
                sentence.english(),
                envelope.event());
    }
}
