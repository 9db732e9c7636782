package de.kim.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.refusal.Refused;
import de.kim.kit.store.sample.CourseCommand;
import de.kim.kit.store.sample.SampleTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances of a service at one aggregate. */
class RetryTest extends SampleTest {
    @Autowired RootUnitOfWork root;
    @Autowired CommandGateway commands;
    @Autowired EventStore store;

    final String course = "course-" + UUID.randomUUID();

    @Test
    void a_conflict_with_another_instance_is_a_concurrency_exception_and_is_retried() {
        open(9);
        AtomicInteger attempts = new AtomicInteger();
        root.callRetrying(
                () -> {
                    commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
                    if (attempts.incrementAndGet() <= 2) {
                        appendElsewhere(course);
                    }
                    return null;
                });
        assertThat(attempts).hasValue(3);
        assertThat(history()).containsExactly("Opened", "Noted", "Noted", "PlaceTaken");
    }

    @Test
    void retries_end() {
        open(9);
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                root.callRetrying(
                                        () -> {
                                            commands.sendAndWait(
                                                    new CourseCommand.TakePlace(course, "Ada"));
                                            appendElsewhere(course);
                                            attempts.incrementAndGet();
                                            return null;
                                        }))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(attempts).hasValue(8);
    }

    @Test
    void a_refusal_is_not_retried() {
        open(0);
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                root.callRetrying(
                                        () -> {
                                            attempts.incrementAndGet();
                                            return commands.sendAndWait(
                                                    new CourseCommand.TakePlace(course, "Ada"));
                                        }))
                .isInstanceOf(Refused.class);
        assertThat(attempts).hasValue(1);
    }

    private void open(int places) {
        commands.sendAndWait(new CourseCommand.Open(course, places));
    }

    private List<String> history() {
        return store.readEvents(course)
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    /** As another instance of the service would: past this one's locks and caches. */
    private void appendElsewhere(String id) throws SQLException {
        try (var connection = POSTGRES.connect();
                var statement =
                        connection.prepareStatement(
                                """
                                insert into event (aggregate_type, aggregate_id, sequence, event_id,
                                  type, payload, metadata, occurred_at, public_count)
                                select 'Course', aggregate_id, max(sequence) + 1, gen_random_uuid(),
                                  'CourseHistory.Noted',
                                  convert_to('{"course":"x","note":"elsewhere"}', 'UTF8'), '{}', now(),
                                  max(public_count)
                                from event where aggregate_id = ? group by aggregate_id
                                """)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
