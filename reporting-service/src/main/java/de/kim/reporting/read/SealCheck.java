package de.kim.reporting.read;

import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import de.kim.events.WireNames;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.reporting.read.LedgerAlarms.Code;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares each source's last seal with the ledger: whether as many events came of it, of the same
 * subjects up to the same sequences. What is short once may still be on its way; twice in a row is
 * an alarm.
 */
@Component
public class SealCheck {
    /** How long after a seal's time its events may take, beyond what the source waited. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(20);

    private static final String LAST =
            """
            select distinct on (source) bytes from ledger
            where type = ? and time < ? order by source, sequence desc
            """;

    private static final String SUBJECTS =
            """
            select subject, max(sequence) as last, count(*) as published from ledger
            where source = ? and time < ? and type <> ?
            group by subject order by subject collate "C"
            """;

    private final JdbcTemplate jdbc;
    private final LedgerAlarms alarms;
    private final Clock clock;
    private final CloudEventJson json = new CloudEventJson();
    private Set<UUID> shortBefore = Set.of();

    public SealCheck(JdbcTemplate jdbc, LedgerAlarms alarms, Clock clock) {
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Raises an alarm for each source of which something is missing. */
    @Scheduled(
            initialDelayString = "${kim.ledger.check-pause:10m}",
            fixedDelayString = "${kim.ledger.check-pause:10m}")
    public synchronized void check() {
        Instant old = clock.instant().minus(ON_ITS_WAY);
        List<byte[]> seals =
                jdbc.queryForList(
                        LAST,
                        byte[].class,
                        WireNames.of(Sealed.class),
                        old.atOffset(ZoneOffset.UTC));
        Set<UUID> isShort = new HashSet<>();
        for (byte[] bytes : seals) {
            if (LedgerBytes.decode(json, bytes) instanceof Reading.Known known
                    && known.envelope().event() instanceof Sealed sealed) {
                compare(known.envelope().id(), known.envelope().time(), sealed, isShort);
            }
        }
        shortBefore = isShort;
    }

    private void compare(UUID id, Instant cut, Sealed sealed, Set<UUID> isShort) {
        SealRoot root = new SealRoot();
        RowCallbackHandler each =
                row ->
                        root.add(
                                row.getString("subject"),
                                row.getLong("last"),
                                row.getLong("published"));
        jdbc.query(
                SUBJECTS,
                each,
                sealed.source(),
                cut.atOffset(ZoneOffset.UTC),
                WireNames.of(Sealed.class));
        // more than sealed: a clock was wrong, and nothing can be said
        boolean isMissing =
                root.published() < sealed.published()
                        || (root.published() == sealed.published()
                                && !root.digest().equals(sealed.root()));
        if (isMissing) {
            isShort.add(id);
        }
        if (isMissing && shortBefore.contains(id)) {
            alarms.raise(
                    Code.NOT_WHAT_WAS_SEALED,
                    "%s has sealed %d events before %s, the ledger has %d of them"
                            .formatted(sealed.source(), sealed.published(), cut, root.published()));
        }
    }
}
