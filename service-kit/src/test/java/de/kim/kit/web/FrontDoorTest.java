package de.kim.kit.web;

import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.web.sample.SampleService;
import de.kim.kit.web.sample.VisitEndpoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The sample service on a real PostgreSQL, entered by HTTP. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "spring.config.import=classpath:kit-web.yml",
            "spring.flyway.locations=classpath:db/kit,classpath:db/visits",
            "spring.autoconfigure.exclude=de.kim.kit.door.DoorAutoConfiguration"
        })
abstract class FrontDoorTest {
    static final TestPostgres POSTGRES = TestPostgres.fresh();

    static final String VISIT =
            """
            {"surname":"Muster","birthDate":"1990-02-03","kind":"FIRST","places":3,"remote":false,
             "providerId":"traeger-01","slots":[{"from":"09:30","minutes":90}]}""";

    @LocalServerPort int port;
    @Autowired JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        TestIssuer.register(registry);
    }

    @AfterEach
    void nothingMeanwhile() {
        VisitEndpoint.meanwhile = () -> {};
    }

    FrontDoor door() {
        return FrontDoor.of(port, "jobcenter-stadt");
    }

    List<String> surnames() {
        return jdbc.queryForList("select surname from visit order by surname", String.class);
    }

    int stored() {
        return surnames().size();
    }
}
