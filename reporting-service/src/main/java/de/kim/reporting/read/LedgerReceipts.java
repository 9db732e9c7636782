package de.kim.reporting.read;

import de.kim.audit.bundle.Bundle;
import de.kim.audit.bundle.Receipt;
import de.kim.audit.bundle.Receipt.Proven;
import de.kim.audit.note.SignedNote;
import de.kim.events.AllocationDecided;
import de.kim.events.PublicEvent;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.WireNames;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.refusal.Refused;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The ledger's part of decision receipts. RoundOpened is read and not handed out: it names
 * everybody who took part.
 */
@Component
public class LedgerReceipts {
    private record Entry(long index, String source, byte[] bytes, PublicEvent event) {}

    private final JdbcTemplate jdbc;
    private final LedgerTree tree;
    private final Checkpoints checkpoints;
    private final CloudEventJson json = new CloudEventJson();

    public LedgerReceipts(JdbcTemplate jdbc, LedgerTree tree, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.checkpoints = checkpoints;
    }

    /**
     * The last decision on a referral, proven against the last checkpoint.
     *
     * @throws Refused LEDGER_EMPTY, DECISION_UNKNOWN, EVENT_NOT_SIGNED_YET
     */
    Receipt of(UUID referralId) {
        SignedNote note =
                checkpoints.latest().orElseThrow(() -> new Refused(ReportingRefusal.LEDGER_EMPTY));
        long size = Checkpoints.checkpoint(note).size();
        Entry decision = decision(referralId);
        UUID round = ((AllocationDecided) decision.event()).roundId();
        Entry verified = of(RoundVerified.class, decision.source(), round.toString());
        Entry opened = of(RoundOpened.class, decision.source(), round.toString());
        Entry rulebook = rulebook(decision.source(), ((RoundOpened) opened.event()));
        return new Receipt(
                Receipt.FORMAT,
                referralId,
                checkpoints.keys().stream()
                        .map(key -> new Bundle.Key(key.line(), key.succession()))
                        .toList(),
                note.toString(),
                proven(decision, size),
                proven(verified, size),
                proven(rulebook, size),
                null,
                null);
    }

    private Entry decision(UUID referralId) {
        return entries(
                        """
                        select index, source, bytes from ledger
                        where referral_id = ? and type = ? order by index desc limit 1
                        """,
                        referralId,
                        WireNames.of(AllocationDecided.class))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.DECISION_UNKNOWN));
    }

    /** Between subjects nothing is ordered: the round's own events may come a moment later. */
    private Entry of(Class<? extends PublicEvent> type, String source, String subject) {
        return entries(
                        """
                        select index, source, bytes from ledger
                        where source = ? and subject = ? and type = ? order by index desc limit 1
                        """,
                        source,
                        subject,
                        WireNames.of(type))
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.EVENT_NOT_SIGNED_YET));
    }

    private Entry rulebook(String source, RoundOpened opened) {
        return entries(
                        """
                        select index, source, bytes from ledger
                        where source = ? and subject = 'rulebook' and type = ? order by index
                        """,
                        source,
                        WireNames.of(RulebookPublished.class))
                .stream()
                .filter(
                        entry ->
                                ((RulebookPublished) entry.event()).rulebook().version()
                                        == opened.rulebookVersion())
                .findFirst()
                .orElseThrow(() -> new Refused(ReportingRefusal.EVENT_NOT_SIGNED_YET));
    }

    private List<Entry> entries(String sql, Object... parameters) {
        return jdbc.query(
                sql,
                (row, number) -> {
                    byte[] bytes = row.getBytes("bytes");
                    if (LedgerBytes.decode(json, bytes) instanceof Reading.Known known) {
                        return new Entry(
                                row.getLong("index"),
                                row.getString("source"),
                                bytes,
                                known.envelope().event());
                    }
                    throw new IllegalStateException("an event of a known type cannot be read");
                },
                parameters);
    }

    private Proven proven(Entry entry, long size) {
        if (entry.index() >= size) {
            throw new Refused(ReportingRefusal.EVENT_NOT_SIGNED_YET);
        }
        return Proven.of(entry.index(), entry.bytes(), tree.inclusion(entry.index(), size));
    }
}
