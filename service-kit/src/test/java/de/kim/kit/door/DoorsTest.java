package de.kim.kit.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.door.sample.CourseCommand;
import de.kim.kit.door.sample.DoorTest;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DoorTest
class DoorsTest {
    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final TestKafka KAFKA = TestKafka.freshTopics();

    @Autowired private CommandGateway commands;
    @Autowired private JdbcTemplate jdbc;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @Test
    void what_is_stored_here_is_heard_there_once_and_in_order() {
        UUID course = UUID.randomUUID();
        for (int i = 1; i <= 50; i++) {
            commands.sendAndWait(new CourseCommand.Change(course, i));
            commands.sendAndWait(new CourseCommand.Note(course));
        }
        await().until(() -> heard(course).size() >= 50);
        assertThat(heard(course))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 50).mapToObj(i -> i + " places " + i).toList());
    }

    private List<String> heard(UUID course) {
        return jdbc.queryForList(
                "select sequence || ' ' || what from heard where subject = ? order by id",
                String.class,
                course.toString());
    }
}
