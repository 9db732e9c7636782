package de.kim.referral;

import de.kim.events.Topic;
import de.kim.kit.testing.FixedClock;
import de.kim.kit.testing.RunningService;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;

/** The referral-service as it runs. */
@SpringBootTest(
        classes = {ReferralService.class, FixedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"kim.door.first-retry=50ms", "kim.door.retry-every=50ms"})
abstract class RunningReferrals extends RunningService {
    static final String BODY = "jobcenter-stadt";

    RunningReferrals() {
        super(BODY, Topic.REFERRALS);
    }

    /** How much is stored: events, and the rows beside them. */
    List<Long> stored() {
        return jdbc.queryForList(
                """
                select count(*) from event union all select count(*) from vault.person
                union all select count(*) from vault.profile
                union all select count(*) from referral_view
                """,
                Long.class);
    }
}
