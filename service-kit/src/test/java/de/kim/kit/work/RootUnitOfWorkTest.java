package de.kim.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.refusal.Refused;
import de.kim.kit.store.sample.CourseCommand;
import de.kim.kit.store.sample.CourseRefusal;
import de.kim.kit.store.sample.SampleTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RootUnitOfWorkTest extends SampleTest {
    @Autowired RootUnitOfWork root;
    @Autowired CommandGateway commands;
    @Autowired EventStore store;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TransactionManager axonTransactions;
    @Autowired ConnectionProvider connections;

    final String course = "course-" + UUID.randomUUID();
    final String other = "course-" + UUID.randomUUID();

    @Test
    void commands_and_rows_of_one_root_commit_together() {
        root.run(
                () -> {
                    commands.sendAndWait(new CourseCommand.Open(course, 2));
                    commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
                    note(course);
                    assertThat(storedOutside(course)).isZero();
                });
        assertThat(history(course)).containsExactly("Opened", "PlaceTaken");
        assertThat(notes(course)).isEqualTo(1);
    }

    @Test
    void a_block_that_throws_leaves_nothing() {
        assertThatThrownBy(
                        () ->
                                root.run(
                                        () -> {
                                            commands.sendAndWait(new CourseCommand.Open(course, 2));
                                            note(course);
                                            throw new IllegalArgumentException("no");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(history(course)).isEmpty();
        assertThat(notes(course)).isZero();
    }

    @Test
    void a_refused_command_leaves_nothing_while_the_root_commits() {
        root.run(
                () -> {
                    note("before " + course);
                    commands.sendAndWait(new CourseCommand.Open(course, 1));
                    assertThat(root.attempt(new CourseCommand.TakePlace(course, "Ada")))
                            .isInstanceOf(Outcome.Done.class);
                    assertThat(root.attempt(new CourseCommand.NoteInTableAndRefuse(course)))
                            .isEqualTo(new Outcome.NotDone(CourseRefusal.ALWAYS));
                    assertThat(root.attempt(new CourseCommand.TakePlace(course, "Bob")))
                            .isEqualTo(new Outcome.NotDone(CourseRefusal.FULL));
                    commands.sendAndWait(new CourseCommand.Note(course, "still here"));
                });
        assertThat(history(course)).containsExactly("Opened", "PlaceTaken", "Noted");
        assertThat(notes("before " + course)).isEqualTo(1);
        assertThat(notes("of " + course)).isZero();
    }

    @Test
    void a_command_that_changed_one_aggregate_and_was_refused_by_the_next_changes_neither() {
        open(course, 2, "Ada");
        open(other, 0);
        root.run(
                () -> {
                    assertThat(root.attempt(new CourseCommand.Move(course, other, "Ada")))
                            .isEqualTo(new Outcome.NotDone(CourseRefusal.FULL));
                    // Ada still has her place, for the commands of the same root too.
                    assertThat(root.attempt(new CourseCommand.LeavePlace(course, "Ada")))
                            .isInstanceOf(Outcome.Done.class);
                    assertThat(root.attempt(new CourseCommand.LeavePlace(course, "Ada")))
                            .isEqualTo(new Outcome.NotDone(CourseRefusal.NOT_A_PARTICIPANT));
                });
        assertThat(history(course)).containsExactly("Opened", "PlaceTaken", "PlaceLeft");
        assertThat(history(other)).containsExactly("Opened");
        assertThat(root.call(() -> root.attempt(new CourseCommand.TakePlace(course, "Ada"))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_an_earlier_command_of_the_root_did_survives_the_refusal_of_a_later_one() {
        open(course, 2);
        open(other, 0);
        root.run(
                () -> {
                    commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
                    assertThat(root.attempt(new CourseCommand.Move(course, other, "Ada")))
                            .isInstanceOf(Outcome.NotDone.class);
                    commands.sendAndWait(new CourseCommand.Note(course, "after"));
                });
        assertThat(history(course)).containsExactly("Opened", "PlaceTaken", "Noted");
        assertThat(sequences(course)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_refusal_without_a_root_reaches_the_caller() {
        open(course, 0);
        assertThatThrownBy(() -> commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_failed_statement_of_a_command_does_not_poison_the_root() {
        root.run(
                () -> {
                    note("kept " + course);
                    commands.sendAndWait(new CourseCommand.Open(course, 1));
                    assertThatThrownBy(() -> root.attempt(new CourseCommand.FailInTable(course)))
                            .isNotInstanceOf(Refused.class);
                    note("also kept " + course);
                });
        assertThat(notes("kept " + course)).isEqualTo(1);
        assertThat(notes("also kept " + course)).isEqualTo(1);
    }

    @Test
    void a_nested_rollback_on_axons_connection_leaves_the_root_alone() {
        root.run(
                () -> {
                    note("kept " + course);
                    rollBackNested(connections);
                });
        assertThat(notes("kept " + course)).isEqualTo(1);
        assertThat(notes("of nobody")).isZero();
    }

    @Test
    void the_wrapper_that_axon_would_use_by_default_rolls_back_the_root_as_well() {
        root.run(
                () -> {
                    note("lost " + course);
                    rollBackNested(new UnitOfWorkAwareConnectionProviderWrapper(connections));
                });
        assertThat(notes("lost " + course)).isZero();
    }

    private void rollBackNested(ConnectionProvider provider) {
        DefaultUnitOfWork<Message<?>> nested =
                DefaultUnitOfWork.startAndGet(new GenericMessage<>("nested"));
        nested.attachTransaction(axonTransactions);
        try (var connection = provider.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into note (text) values ('of nobody')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        nested.rollback();
    }

    @Test
    void a_root_inside_a_unit_of_work_is_an_error() {
        assertThatThrownBy(() -> root.run(() -> root.run(() -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already open");
    }

    @Test
    void events_inherit_the_metadata_of_the_root() {
        root.call(
                Map.of("body", "jobcenter-stadt"),
                () -> commands.sendAndWait(new CourseCommand.Open(course, 1)));
        assertThat(store.readEvents(course).next().getMetaData())
                .containsEntry("body", "jobcenter-stadt");
    }

    @Test
    void when_an_outer_transaction_fails_at_its_commit_no_aggregate_remembers_what_was_lost() {
        open(course, 1);
        TransactionTemplate outer = new TransactionTemplate(transactions);
        outer.executeWithoutResult(
                status -> {
                    root.run(
                            () -> commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada")));
                    status.setRollbackOnly();
                });
        assertThat(history(course)).containsExactly("Opened");
        assertThat(root.call(() -> root.attempt(new CourseCommand.TakePlace(course, "Bob"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(history(course)).containsExactly("Opened", "PlaceTaken");
    }

    private void open(String id, int places, String... participants) {
        commands.sendAndWait(new CourseCommand.Open(id, places));
        for (String person : participants) {
            commands.sendAndWait(new CourseCommand.TakePlace(id, person));
        }
    }

    private void note(String text) {
        jdbc.sql("insert into note (text) values (?)").param(text).update();
    }

    private int notes(String text) {
        return jdbc.sql("select count(*) from note where text = ?")
                .param(text)
                .query(Integer.class)
                .single();
    }

    private List<String> history(String id) {
        return store.readEvents(id)
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    private List<Long> sequences(String id) {
        return store.readEvents(id).asStream().map(DomainEventMessage::getSequenceNumber).toList();
    }

    private int storedOutside(String id) {
        try (var connection = POSTGRES.connect();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from event where aggregate_id = ?")) {
            statement.setString(1, id);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
