package de.kim.catalog;

import static org.awaitility.Awaitility.await;

import de.kim.events.Envelope;
import de.kim.events.Topic;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.web.FrontDoor;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs, with a PostgreSQL and a Kafka of its own. */
@SpringBootTest(
        classes = {CatalogService.class, FixedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"kim.door.first-retry=50ms", "kim.door.retry-every=50ms"})
abstract class RunningService {
    static final String BODY = "traeger-01";

    private static final TestPostgres POSTGRES = TestPostgres.fresh();
    private static final TestKafka KAFKA = TestKafka.freshTopics();
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static final Wiretap WIRE = new Wiretap(KAFKA);

    @Autowired JdbcTemplate jdbc;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    FrontDoor as(String body) {
        return FrontDoor.of(port, body);
    }

    FrontDoor.Reply get(String body, String path) {
        FrontDoor door = as(body);
        return door.send(door.request(path).header("Kim-Body", body).GET().build());
    }

    FrontDoor.Reply post(String path, String json) {
        return as(BODY).post(path, json);
    }

    int port() {
        return port;
    }

    /** How much is stored: events, and the rows beside them. */
    List<Long> stored() {
        return jdbc.queryForList(
                """
                select count(*) from event union all select count(*) from course_view
                union all select count(*) from admission_view
                """,
                Long.class);
    }

    /** What was said of a course or provider, once there are so many events. */
    static List<Envelope> said(String subject, int events) {
        return await().atMost(LONGEST)
                .until(() -> WIRE.said(Topic.COURSES, subject), it -> it.size() >= events);
    }

    static void eventually(Runnable assertion) {
        await().atMost(LONGEST).untilAsserted(assertion::run);
    }
}
