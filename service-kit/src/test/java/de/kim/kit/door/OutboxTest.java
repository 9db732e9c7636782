package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.PlacesChanged;
import de.kim.events.Topic;
import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.DoorTestBase;
import de.kim.kit.door.sample.SampleService;
import de.kim.kit.testing.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutboxTest extends DoorTestBase {
    @Autowired private EventProcessingConfiguration processing;

    private final UUID course = UUID.randomUUID();

    @Test
    void what_is_stored_is_said_once_and_in_order_and_what_stays_here_leaves_no_gap() {
        for (int i = 1; i <= 20; i++) {
            gateway.sendAndWait(new CourseCommand.Change(course, i));
            gateway.sendAndWait(new CourseCommand.Note(course));
        }
        await().until(() -> heard(course).size() >= 20);
        assertThat(heard(course))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> i + " places " + i).toList());
        assertThat(STREET.said())
                .filteredOn(it -> it.subject().equals(course.toString()))
                .extracting(Envelope::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
    }

    @Test
    void an_event_names_its_source_its_story_and_who_acted() {
        gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(new CourseCommand.Change(course, 1))
                        .andMetaData(Map.of("correlationId", "story", "body", "traeger-01")));
        Envelope said = STREET.awaitSaid(PlacesChanged.class, it -> it.courseId().equals(course));
        assertThat(said.source()).isEqualTo("/kim/sample-service");
        assertThat(said.correlationId()).isEqualTo("story");
        assertThat(said.causationId()).isNotEqualTo(said.id().toString());
        assertThat(said.body()).isEqualTo("traeger-01");
    }

    @Test
    void a_profile_is_said_with_its_event_and_a_tombstone_when_it_is_erased() {
        SampleService.PROFILES.put(course, 4L);
        gateway.sendAndWait(new CourseCommand.Describe(course));
        STREET.awaitSaid(InterestConfirmed.class, it -> it.referralId().equals(course));
        await().until(() -> heard(course).contains("4 profile"));

        SampleService.PROFILES.remove(course);
        gateway.sendAndWait(new CourseCommand.Describe(course));
        await().until(() -> heard(course).contains("0 erased"));
        assertThat(STREET.records())
                .filteredOn(it -> it.topic().equals(KAFKA.name(Topic.PROFILES)))
                .filteredOn(
                        it ->
                                Arrays.equals(
                                        it.key(),
                                        course.toString().getBytes(StandardCharsets.UTF_8)))
                .extracting(it -> it.value() == null)
                .containsExactly(false, true);
    }

    @Test
    void a_send_that_fails_does_not_move_the_token_and_nothing_is_lost() throws Exception {
        long before = token();
        topicTakesAtMost("1");
        try {
            for (int i = 1; i <= 5; i++) {
                gateway.sendAndWait(new CourseCommand.Change(course, i));
            }
            await().until(this::outboxIsInError);
            assertThat(token()).isEqualTo(before);
            assertThat(heard(course)).isEmpty();
        } finally {
            topicTakesAtMost("1048588");
        }
        await().until(() -> heard(course).size() == 5);
        assertThat(token()).isGreaterThan(before);
        assertThat(heard(course))
                .containsExactly(
                        "1 places 1", "2 places 2", "3 places 3", "4 places 4", "5 places 5");
    }

    @Test
    void the_token_moves_with_a_batch_of_several_so_a_restart_says_nothing_again() {
        TrackingEventProcessor outbox = outbox();
        outbox.shutDown();
        for (int i = 1; i <= 5; i++) {
            gateway.sendAndWait(new CourseCommand.Change(course, i));
        }
        outbox.start();
        await().until(() -> token() == lastPosition());
        outbox.shutDown();
        outbox.start();
        gateway.sendAndWait(new CourseCommand.Change(course, 6));
        await().until(() -> heard(course).size() == 6);
        assertThat(STREET.said())
                .filteredOn(it -> it.subject().equals(course.toString()))
                .extracting(Envelope::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private long lastPosition() {
        return jdbc.queryForList("select max(position) from event", Long.class).getFirst();
    }

    private TrackingEventProcessor outbox() {
        return processing
                .eventProcessor(DoorNames.OUTBOX, TrackingEventProcessor.class)
                .orElseThrow();
    }

    private boolean outboxIsInError() {
        return outbox().processingStatus().values().stream()
                .anyMatch(EventTrackerStatus::isErrorState);
    }

    /** The position of the stored token, after everything until now was said. */
    private long token() {
        return jdbc
                .queryForList(
                        "select convert_from(token, 'UTF8') from token_entry where processor_name"
                                + " = ?",
                        String.class,
                        DoorNames.OUTBOX)
                .stream()
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                .sum();
    }

    private void topicTakesAtMost(String bytes) throws Exception {
        ConfigResource topic =
                new ConfigResource(ConfigResource.Type.TOPIC, KAFKA.name(Topic.COURSES));
        Collection<AlterConfigOp> change =
                List.of(
                        new AlterConfigOp(
                                new ConfigEntry("max.message.bytes", bytes),
                                AlterConfigOp.OpType.SET));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            admin.incrementalAlterConfigs(Map.of(topic, change)).all().get();
        }
    }
}
