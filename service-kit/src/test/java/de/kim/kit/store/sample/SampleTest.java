package de.kim.kit.store.sample;

import de.kim.kit.testing.TestPostgres;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts the sample service as a service starts, except for its web server, once for all tests. Its
 * streams would poll once an hour: what they see, they see because they were woken.
 */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.flyway.locations=classpath:db/kit,classpath:db/sample",
            "kim.store.poll=1h"
        })
public abstract class SampleTest {
    protected static final TestPostgres POSTGRES = TestPostgres.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
    }
}
