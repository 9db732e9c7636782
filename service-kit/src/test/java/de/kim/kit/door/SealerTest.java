package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.PlacesChanged;
import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.DoorTestBase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;

/** A service says now and then how much it has said. */
class SealerTest extends DoorTestBase {
    private static final String SOURCE = "/kim/course-catalog-service";

    @Autowired private PlatformTransactionManager transactions;
    @Autowired private EventProcessingConfiguration processing;
    @Autowired private StreamSender sender;
    @Autowired private CloudEventJson json;
    @Autowired private DoorProperties properties;

    private final UUID course = UUID.randomUUID();

    @Test
    void a_seal_counts_every_subject_up_to_its_last_event() {
        changed(3);
        Instant now = due();

        sealer(now).look();

        Envelope said = await().until(this::lastSaid, Objects::nonNull);
        Sealed seal = (Sealed) said.event();
        SealRoot root = everything();
        assertThat(seal.published()).isEqualTo(root.published()).isGreaterThanOrEqualTo(3);
        assertThat(seal.root()).isEqualTo(root.digest());
        assertThat(said.time()).isEqualTo(now.minus(Sealer.LONG_AGO));
        assertThat(said.source()).isEqualTo(SOURCE);
    }

    @Test
    void a_seal_comes_once_in_a_while_and_without_a_gap() {
        changed(1);
        Instant now = due();
        sealer(now).look();
        long seals = seals();
        sealer(now.plusSeconds(60)).look();
        assertThat(seals()).isEqualTo(seals);
        sealer(now.plus(properties.sealEvery())).look();
        assertThat(seals()).isEqualTo(seals + 1);
        assertThat(jdbc.queryForList("select sequence from seal order by 1", Long.class))
                .isEqualTo(LongStream.rangeClosed(1, seals + 1).boxed().toList());
    }

    @Test
    void what_may_still_change_is_not_sealed() {
        long seals = seals();
        changed(1);
        Instant tooEarly = Instant.EPOCH.plus(Sealer.LONG_AGO);
        sealer(tooEarly).look();
        assertThat(seals()).isEqualTo(seals);
    }

    @Test
    void nothing_is_sealed_while_the_outbox_is_behind() {
        TrackingEventProcessor outbox =
                processing
                        .eventProcessor(DoorNames.OUTBOX, TrackingEventProcessor.class)
                        .orElseThrow();
        changed(1);
        Instant now = due();
        long seals = seals();
        outbox.shutDown();
        try {
            gateway.sendAndWait(new CourseCommand.Change(course, 2));
            sealer(now).look();
            assertThat(seals()).isEqualTo(seals);
        } finally {
            outbox.start();
        }
        await().untilAsserted(
                        () -> {
                            sealer(now).look();
                            assertThat(seals()).isEqualTo(seals + 1);
                        });
    }

    @Test
    void after_a_restore_every_seal_is_said_again_with_the_same_bytes() {
        changed(1);
        sealer(due()).look();
        long seals = seals();
        await().until(() -> lastSaid() != null);
        long said = sealsSaid().count();
        // as ./kim restore leaves them
        jdbc.update("update seal set said = false");
        sealer(Instant.EPOCH).look();
        await().until(() -> sealsSaid().count() == said + seals);
        assertThat(sealsSaid().distinct().count()).isEqualTo(seals);
        assertThat(jdbc.queryForList("select 1 from seal where not said", Long.class)).isEmpty();
    }

    private void changed(int times) {
        for (int i = 1; i <= times; i++) {
            gateway.sendAndWait(new CourseCommand.Change(course, i));
        }
        STREET.awaitSaid(PlacesChanged.class, it -> it.courseId().equals(course));
        await().until(() -> heard(course).size() >= times);
    }

    /** A time at which the next seal is due. */
    private Instant due() {
        return jdbc
                .queryForList(
                        "select cut from seal order by cut desc limit 1", OffsetDateTime.class)
                .stream()
                .map(cut -> cut.toInstant().plus(properties.sealEvery()))
                .findFirst()
                .orElseGet(Instant::now)
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Stream<Envelope> sealsSaid() {
        return STREET.said().stream().filter(it -> it.event() instanceof Sealed);
    }

    private @Nullable Envelope lastSaid() {
        long last = seals();
        return sealsSaid().filter(it -> it.sequence() == last).findFirst().orElse(null);
    }

    private long seals() {
        return jdbc.queryForList("select count(*) from seal", Long.class).getFirst();
    }

    private SealRoot everything() {
        SealRoot root = new SealRoot();
        RowCallbackHandler each =
                row -> root.add(row.getString("id"), row.getLong("last"), row.getLong("published"));
        jdbc.query(
                """
                select aggregate_id as id, max(subject_sequence) as last, count(*) as published
                from event where subject_sequence is not null
                group by aggregate_id order by aggregate_id collate "C"
                """,
                each);
        return root;
    }

    private Sealer sealer(Instant now) {
        return new Sealer(
                jdbc,
                transactions,
                processing,
                sender,
                json,
                Clock.fixed(now, ZoneOffset.UTC),
                SOURCE,
                properties);
    }
}
