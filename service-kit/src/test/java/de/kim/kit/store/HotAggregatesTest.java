package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.refusal.Refused;
import de.kim.kit.store.sample.Course;
import de.kim.kit.store.sample.CourseCommand;
import de.kim.kit.store.sample.CourseHistory;
import de.kim.kit.store.sample.SampleTest;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class HotAggregatesTest extends SampleTest {
    @Autowired CommandGateway commands;
    @Autowired PlatformTransactionManager transactions;

    final String course = "course-" + UUID.randomUUID();

    /** How many events were applied to courses while the block ran, new ones included. */
    private static int evolved(Runnable block) {
        int before = Course.EVOLVED.get();
        block.run();
        return Course.EVOLVED.get() - before;
    }

    private void open(int places, int notes) {
        commands.sendAndWait(new CourseCommand.Open(course, places));
        for (int i = 0; i < notes; i++) {
            note();
        }
    }

    private void note() {
        commands.sendAndWait(new CourseCommand.Note(course, "n"));
    }

    @Test
    void a_hot_aggregate_is_not_built_again() {
        open(1, 20);
        assertThat(evolved(this::note)).isEqualTo(1);
    }

    @Test
    void what_another_instance_appended_is_known_before_the_decision() throws SQLException {
        open(1, 20);
        try (Store elsewhere = new Store(POSTGRES, Store.NO_POLL)) {
            elsewhere.append(
                    Store.event(course, 21, new CourseHistory.PlaceTaken(course, "Ada")),
                    Store.event(course, 22, new CourseHistory.PlaceLeft(course, "Ada")),
                    Store.event(course, 23, new CourseHistory.PlaceTaken(course, "Bob")));
        }
        assertThatThrownBy(() -> commands.sendAndWait(new CourseCommand.TakePlace(course, "Cem")))
                .isInstanceOf(Refused.class);
        commands.sendAndWait(new CourseCommand.LeavePlace(course, "Bob"));
        assertThat(evolved(() -> commands.sendAndWait(new CourseCommand.TakePlace(course, "Cem"))))
                .isEqualTo(1);
    }

    @Test
    void a_refusal_does_not_leave_its_partial_changes_behind() {
        open(1, 3);
        assertThatThrownBy(
                        () -> commands.sendAndWait(new CourseCommand.NoteInTableAndRefuse(course)))
                .isInstanceOf(Refused.class);
        assertThat(evolved(this::note)).as("built again").isEqualTo(4 + 1);
    }

    @Test
    void nothing_is_hot_before_the_outermost_commit() {
        open(1, 3);
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        outer -> {
                            commands.sendAndWait(new CourseCommand.TakePlace(course, "Ada"));
                            outer.setRollbackOnly();
                        });
        commands.sendAndWait(new CourseCommand.TakePlace(course, "Bob"));
        assertThatThrownBy(() -> commands.sendAndWait(new CourseCommand.TakePlace(course, "Cem")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_least_recently_used_aggregate_goes_first() {
        HotAggregates two = new HotAggregates(2);
        two.put(Course.class, "a", 1);
        two.put(Course.class, "b", 2);
        assertThat(two.take(Course.class, "a")).isEqualTo(1);
        two.put(Course.class, "a", 1);
        two.put(Course.class, "c", 3);
        assertThat(two.take(Course.class, "b")).isNull();
        assertThat(two.take(Course.class, "a")).isEqualTo(1);
        assertThat(two.take(String.class, "c")).isNull();
        assertThat(two.size()).isEqualTo(1);
    }
}
