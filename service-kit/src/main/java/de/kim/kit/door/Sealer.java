package de.kim.kit.door;

import de.kim.events.Envelope;
import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says now and then how many events this service has published, so that a lost tail or a lost
 * subject is noticed. A seal is about the events before its own time, which is so long ago that no
 * transaction is open any more that could add one.
 */
final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    /** Longer than a transaction may last, and than clocks differ. */
    static final Duration LONG_AGO = Duration.ofMinutes(10);

    /** Any number that nothing else of a service's database locks: "seal" in ASCII. */
    private static final long LOCK = 0x7365616cL;

    private static final String SUBJECTS =
            """
            select aggregate_id, max(subject_sequence) as last, count(*) as published
            from event where subject_sequence is not null and occurred_at < ?
            group by aggregate_id order by aggregate_id collate "C"
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate alone;
    private final EventProcessingConfiguration processing;
    private final StreamSender sender;
    private final CloudEventJson json;
    private final Clock clock;
    private final String source;
    private final DoorProperties properties;

    Sealer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            EventProcessingConfiguration processing,
            StreamSender sender,
            CloudEventJson json,
            Clock clock,
            String source,
            DoorProperties properties) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.processing = processing;
        this.sender = sender;
        this.json = json;
        this.clock = clock;
        this.source = source;
        this.properties = properties;
    }

    private record Kept(long sequence, UUID eventId, Instant cut, long published, String root) {}

    /** Seals when it is time, and says what was not said yet. */
    @Scheduled(
            initialDelayString = "${kim.door.seal-look:1m}",
            fixedDelayString = "${kim.door.seal-look:1m}")
    public void look() {
        if (!Wire.hasTopic(source)) {
            return;
        }
        alone.executeWithoutResult(
                tx -> {
                    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
                    if (isDue() && isSaid()) {
                        seal();
                    }
                    unsaid().forEach(this::say);
                });
    }

    private boolean isDue() {
        List<OffsetDateTime> last =
                jdbc.queryForList(
                        "select cut from seal order by sequence desc limit 1",
                        OffsetDateTime.class);
        return last.isEmpty()
                || !last.getFirst().toInstant().plus(properties.sealEvery()).isAfter(cut());
    }

    private Instant cut() {
        return clock.instant().minus(LONG_AGO).truncatedTo(ChronoUnit.MICROS);
    }

    /** Everything before the cut was published, by the outbox that runs here. */
    private boolean isSaid() {
        long position =
                processing.eventProcessors().get(DoorNames.OUTBOX)
                                instanceof StreamingEventProcessor outbox
                        ? outbox.processingStatus().values().stream()
                                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                                .min()
                                .orElse(0)
                        : 0;
        Boolean behind =
                jdbc.queryForObject(
                        "select exists (select 1 from event where position > ? and occurred_at < ?)",
                        Boolean.class,
                        position,
                        cut().atOffset(ZoneOffset.UTC));
        return !Boolean.TRUE.equals(behind);
    }

    private void seal() {
        Instant cut = cut();
        SealRoot root = new SealRoot();
        RowCallbackHandler each =
                row ->
                        root.add(
                                row.getString("aggregate_id"),
                                row.getLong("last"),
                                row.getLong("published"));
        jdbc.query(SUBJECTS, each, cut.atOffset(ZoneOffset.UTC));
        if (root.published() > 0) {
            jdbc.update(
                    """
                    insert into seal (sequence, event_id, cut, published, root, said)
                    select coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, false from seal
                    """,
                    UUID.randomUUID(),
                    cut.atOffset(ZoneOffset.UTC),
                    root.published(),
                    root.digest());
            LOG.info("Sealed: {} events before {}", root.published(), cut);
        }
    }

    private List<Kept> unsaid() {
        return jdbc.query("select * from seal where not said order by sequence", Sealer::kept);
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getObject("cut", OffsetDateTime.class).toInstant(),
                row.getLong("published"),
                row.getString("root"));
    }

    private void say(Kept seal) {
        Sealed event = new Sealed(source, seal.published(), seal.root());
        String id = seal.eventId().toString();
        Envelope envelope =
                new Envelope(
                        seal.eventId(), source, seal.sequence(), seal.cut(), id, id, null, event);
        Sends sends = new Sends();
        sender.send(Wire.topicOf(event), event.subject(), json.write(envelope), sends);
        sends.join(1, properties.sendTimeout());
        jdbc.update("update seal set said = true where sequence = ?", seal.sequence());
    }
}
