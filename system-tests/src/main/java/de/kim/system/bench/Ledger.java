package de.kim.system.bench;

import de.kim.events.AnsweredBy;
import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.LegalBasis;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.kit.door.CloudEventJson;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Invented stories of five events each, in the ledger of a reporting database. */
final class Ledger {
    /** Events of one person: referred, tested, queued, offered, accepted. */
    static final int EVENTS_PER_STORY = 5;

    private static final String COPY =
            "copy ledger (index, event_id, topic, source, subject, sequence, type, time,"
                    + " referral_id, bytes) from stdin";

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final int CHUNK = 1 << 20;

    private final CloudEventJson json = new CloudEventJson();

    /** Writes at least so many events and tells the ledger's head; gives the exact number. */
    long fill(Connection connection, int events) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var lines = new StringBuilder();
        var index = 0L;
        while (index < events) {
            for (var event : story((int) (index / EVENTS_PER_STORY))) {
                append(lines, index, event, index % EVENTS_PER_STORY + 1);
                index++;
            }
            if (lines.length() > CHUNK) {
                copy.copyIn(COPY, new StringReader(lines.toString()));
                lines.setLength(0);
            }
        }
        copy.copyIn(COPY, new StringReader(lines.toString()));
        try (var update =
                connection.prepareStatement("update ledger_head set size = ?, newest = ?")) {
            update.setLong(1, index);
            update.setObject(2, BEGIN.plusSeconds(index).atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
        try (var grow = connection.createStatement()) {
            grow.execute("select ledger_grow_nodes()");
        }
        return index;
    }

    private void append(StringBuilder lines, long index, PublicEvent event, long sequence) {
        var envelope = envelope(index, event, sequence);
        var id = envelope.id();
        lines.append(index).append('\t').append(id).append("\tkim.bench\t/kim/bench\t");
        lines.append(envelope.subject()).append('\t').append(sequence).append('\t');
        lines.append(envelope.type()).append('\t').append(envelope.time()).append('\t');
        lines.append(envelope.subject()).append("\t\\\\x");
        lines.append(HexFormat.of().formatHex(json.write(envelope))).append('\n');
    }

    /** The event that stands at an index, or will. */
    static Envelope at(long index) {
        var step = (int) (index % EVENTS_PER_STORY);
        return envelope(index, story((int) (index / EVENTS_PER_STORY)).get(step), step + 1);
    }

    private static Envelope envelope(long index, PublicEvent event, long sequence) {
        var id = new UUID(0x7000L, index);
        return new Envelope(
                id,
                "/kim/bench",
                sequence,
                BEGIN.plusSeconds(index),
                id.toString(),
                id.toString(),
                "jobcenter-stadt",
                event);
    }

    /** What happens to one person. */
    static List<PublicEvent> story(int number) {
        var referral = new UUID(0x7001L, number);
        var offer = new UUID(0x7002L, number);
        var course = new UUID(0x7003L, number / 20);
        var day = LocalDate.of(2026, 1, 5).plusDays(number % 300);
        return List.of(
                new ReferralRequested(
                        referral,
                        new UUID(0x7004L, number),
                        "jobcenter-stadt",
                        LegalBasis.values()[number % LegalBasis.values().length],
                        day.minusDays(40),
                        null,
                        day,
                        List.of(),
                        false,
                        "0f".repeat(32)),
                new PlacementTestRecorded(
                        referral, day.plusDays(3), CourseType.values()[0], 1, false),
                new ReferralQueued(referral, new UUID(0x7004L, number), day.plusDays(3)),
                new PlaceOffered(
                        referral,
                        offer,
                        new UUID(0x7005L, number / 50),
                        course,
                        1,
                        day.plusDays(30),
                        BEGIN.plusSeconds(number)),
                new PlaceAccepted(
                        referral,
                        offer,
                        course,
                        1,
                        day.plusDays(30),
                        AnsweredBy.values()[0],
                        false));
    }
}
