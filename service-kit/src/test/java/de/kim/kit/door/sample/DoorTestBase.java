package de.kim.kit.door.sample;

import de.kim.kit.testing.TestDoor;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One running sample service for all its test classes. */
@DoorTest
public abstract class DoorTestBase {
    protected static final TestPostgres POSTGRES = TestPostgres.fresh();
    protected static final TestKafka KAFKA = TestKafka.freshTopics();

    /** Long enough for the first event on a machine that is busy with something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Not closed: it serves until the JVM ends, as the broker does. */
    protected static final TestDoor STREET = new TestDoor(KAFKA);

    @Autowired protected CommandGateway gateway;
    @Autowired protected JdbcTemplate jdbc;
    @Autowired protected Inbox inbox;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        TestIssuer.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @AfterEach
    void nothingElseHappens() {
        inbox.also = (event, envelope) -> {};
    }

    /** What the service heard of a subject, in the order in which it did. */
    protected List<String> heard(Object subject) {
        return jdbc.queryForList(
                "select sequence || ' ' || what from heard where subject = ? order by id",
                String.class,
                subject.toString());
    }

    /** Why records of a subject wait, in order. */
    protected List<String> parked(Object subject) {
        return jdbc.queryForList(
                "select sequence || ' ' || why from inbox_parked where subject = ? order by"
                        + " sequence",
                String.class,
                subject.toString());
    }
}
