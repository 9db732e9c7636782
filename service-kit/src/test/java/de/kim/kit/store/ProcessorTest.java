package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.store.sample.CourseCommand;
import de.kim.kit.store.sample.SampleTest;
import de.kim.kit.store.sample.SeenProjection;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection of the sample service, wired as every service's. */
class ProcessorTest extends SampleTest {
    @Autowired CommandGateway commands;
    @Autowired RootUnitOfWork root;
    @Autowired EventProcessingConfiguration processing;
    @Autowired JdbcClient jdbc;

    final String course = "course-" + UUID.randomUUID();

    private TrackingEventProcessor processor() {
        return processing
                .eventProcessor(SeenProjection.NAME, TrackingEventProcessor.class)
                .orElseThrow();
    }

    private List<String> seen() {
        return jdbc.sql("select type from seen where course = ? order by position")
                .param(course)
                .query(String.class)
                .list();
    }

    private void awaitSeen(String... types) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen()).containsExactly(types));
    }

    @Test
    void a_projection_is_woken_by_the_commit() {
        commands.sendAndWait(new CourseCommand.Open(course, 2));
        awaitSeen("Opened");
        commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
        awaitSeen("Opened", "PlaceTaken");
    }

    @Test
    void a_processors_token_is_in_the_database() {
        commands.sendAndWait(new CourseCommand.Open(course, 2));
        awaitSeen("Opened");
        assertThat(
                        jdbc.sql("select count(*) from token_entry where processor_name = 'seen'")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void events_that_wait_are_taken_in_batches() {
        processor().shutDown();
        root.run(
                () -> {
                    commands.sendAndWait(new CourseCommand.Open(course, 2));
                    for (int i = 0; i < 199; i++) {
                        commands.sendAndWait(new CourseCommand.Note(course, "n"));
                    }
                });
        processor().start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen()).hasSize(200));
        assertThat(
                        jdbc.sql("select count(distinct xmin::text) from seen where course = ?")
                                .param(course)
                                .query(Integer.class)
                                .single())
                .as("transactions")
                .isLessThanOrEqualTo(10);
    }

    @Test
    void an_event_that_cannot_be_handled_is_tried_again_and_not_skipped() {
        commands.sendAndWait(new CourseCommand.Open(course, 2));
        commands.sendAndWait(new CourseCommand.Note(course, "poison"));
        commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
        awaitSeen("Opened", "Noted", "PlaceTaken");
    }
}
