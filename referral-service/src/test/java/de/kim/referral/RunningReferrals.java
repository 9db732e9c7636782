package de.kim.referral;

import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Topic;
import de.kim.events.Venue;
import de.kim.kit.testing.FixedClock;
import de.kim.kit.testing.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The referral-service as it runs. */
@SpringBootTest(
        classes = {ReferralService.class, FixedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kim.door.first-retry=50ms",
            "kim.door.retry-every=50ms",
            "kim.keys.destroy-every=PT0.1S"
        })
abstract class RunningReferrals extends RunningService {
    static final String BODY = "jobcenter-stadt";
    static final Path KEYS = emptyFolder();
    static final String KEYS_SECRET = "a secret of these tests, long enough";

    RunningReferrals() {
        super(BODY, Topic.REFERRALS);
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("KIM_KEYS_FOLDER", KEYS::toString);
        registry.add("KIM_KEYS_SECRET", () -> KEYS_SECRET);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("kim-test-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Heard of a course; what of it is of no interest here is as invented as the rest. */
    static void scheduled(UUID course, String provider) {
        LocalDate starts = LocalDate.of(2027, 2, 1);
        WIRE.say(
                "course-catalog-service",
                1,
                new CourseScheduled(
                        course,
                        provider,
                        CourseType.GENERAL,
                        List.of(new Section(1, starts, starts.plusDays(30))),
                        List.of(),
                        new Venue("03404000", 52_279_000, 8_047_000, true),
                        false,
                        false,
                        false,
                        3,
                        null,
                        null,
                        null));
    }

    /** How much is stored: events, and the rows beside them. */
    List<Long> stored() {
        return jdbc.queryForList(
                """
                select count(*) from event union all select count(*) from vault.person
                union all select count(*) from vault.document
                union all select count(*) from referral_view
                union all select count(*) from vault.draft
                """,
                Long.class);
    }
}
