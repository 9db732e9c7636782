package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralQueued;
import de.kim.events.SealRoot;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.reporting.read.SealCheck;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a source sealed and the ledger does not have is told to the auditor. */
class SealTest extends Reporting {
    private static final Instant CUT = Sources.NOON.plusSeconds(60);

    private final String source = "/kim/source-" + UUID.randomUUID();
    private final List<UUID> subjects =
            Stream.generate(UUID::randomUUID)
                    .limit(2)
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();

    @Autowired private SealCheck check;

    @Test
    void a_source_of_which_everything_is_there_raises_no_alarm() {
        say();
        seal(2, subjects);
        // said after the seal's time: none of its business
        publish(queued(subjects.getFirst()), 2, CUT.plusSeconds(1));
        awaitTypes(subjects.getFirst(), 2);
        check.check();
        check.check();
        assertThat(alarms()).isZero();
    }

    @Test
    void a_lost_tail_raises_an_alarm() {
        say();
        seal(3, subjects);
        await().until(() -> alarms() == 1);
        check.check();
        assertThat(alarms()).isEqualTo(1);
    }

    @Test
    void a_lost_subject_raises_an_alarm_even_when_there_is_another_one() {
        say();
        seal(2, List.of(subjects.getFirst(), new UUID(-1, -1)));
        await().until(() -> alarms() == 1);
    }

    private void say() {
        subjects.forEach(subject -> publish(queued(subject), 1, Sources.NOON));
        subjects.forEach(subject -> awaitTypes(subject, 1));
    }

    private void seal(long published, List<UUID> sealed) {
        SealRoot root = new SealRoot();
        sealed.forEach(subject -> root.add(subject.toString(), 1, 1));
        publish(new Sealed(source, published, root.digest()), 1, CUT);
        await().until(
                        () ->
                                one(
                                                "select count(*) from ledger where subject = ?",
                                                Integer.class,
                                                source)
                                        == 1);
    }

    private ReferralQueued queued(UUID subject) {
        return new ReferralQueued(subject, UUID.randomUUID(), REGISTERED);
    }

    private void publish(PublicEvent event, long sequence, Instant time) {
        SOURCES.publish(
                Topic.ALLOCATIONS,
                new Envelope(
                        UUID.randomUUID(), source, sequence, time, "story", "cause", null, event));
    }

    private long alarms() {
        return json("/api/ledger/alarms")
                .valueStream()
                .filter(it -> it.get("code").stringValue().equals("NOT_WHAT_WAS_SEALED"))
                .filter(it -> it.get("detail").stringValue().startsWith(source))
                .count();
    }
}
