package de.kim.catalog;

import de.kim.events.Topic;
import de.kim.kit.testing.FixedClock;
import de.kim.kit.testing.RunningService;
import de.kim.kit.web.FrontDoor;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;

/** The course-catalog-service as it runs. */
@SpringBootTest(
        classes = {CatalogService.class, FixedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"kim.door.first-retry=50ms", "kim.door.retry-every=50ms"})
abstract class RunningCatalog extends RunningService {
    static final String BODY = "traeger-01";

    RunningCatalog() {
        super(BODY, Topic.COURSES);
    }

    /**
     * Providers are admitted by the coordination; the rest, its own contact too, is a provider's
     * business.
     */
    @Override
    protected FrontDoor.Reply post(String path, String json) {
        return post(BODY, path, json);
    }

    /** The same where the business is another provider's. */
    FrontDoor.Reply post(String provider, String path, String json) {
        return as(by(provider, path)).post(path, json);
    }

    static String by(String path) {
        return by(BODY, path);
    }

    private static String by(String provider, String path) {
        return path.startsWith("/api/providers") && !path.endsWith("/contact")
                ? "koordination"
                : provider;
    }

    /** How much is stored: events, and the rows beside them. */
    List<Long> stored() {
        return jdbc.queryForList(
                """
                select count(*) from event union all select count(*) from course_view
                union all select count(*) from admission_view
                union all select count(*) from provider_contact
                union all select count(*) from course_contact
                """,
                Long.class);
    }
}
