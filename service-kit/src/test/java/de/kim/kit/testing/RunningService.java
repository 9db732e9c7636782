package de.kim.kit.testing;

import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.Topic;
import de.kim.kit.web.FrontDoor;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A service as it runs, with a PostgreSQL and a Kafka of its own; the class that extends it says
 * which one, by {@code @SpringBootTest}.
 */
public abstract class RunningService {
    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final TestKafka KAFKA = TestKafka.freshTopics();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    protected static final Wiretap WIRE = new Wiretap(KAFKA);

    @Autowired protected JdbcTemplate jdbc;
    @LocalServerPort private int port;

    private final String body;
    private final Topic topic;

    /**
     * @param body whoever posts, unless another one is named
     * @param topic where the service speaks
     */
    protected RunningService(String body, Topic topic) {
        this.body = body;
        this.topic = topic;
    }

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
        TestIssuer.register(registry);
    }

    protected FrontDoor as(String other) {
        return FrontDoor.of(port, other);
    }

    protected FrontDoor.Reply get(String other, String path) {
        FrontDoor door = as(other);
        return door.send(door.request(path).GET().build());
    }

    protected FrontDoor.Reply post(String path, String json) {
        return as(body).post(path, json);
    }

    protected int port() {
        return port;
    }

    /** What was said of a subject, once there are so many events. */
    protected List<Envelope> said(String subject, int events) {
        return await().atMost(LONGEST)
                .until(() -> WIRE.said(topic, subject), it -> it.size() >= events);
    }

    protected static void eventually(Runnable assertion) {
        await().atMost(LONGEST).untilAsserted(assertion::run);
    }
}
