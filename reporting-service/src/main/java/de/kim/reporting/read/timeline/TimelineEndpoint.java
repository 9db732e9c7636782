package de.kim.reporting.read.timeline;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One referral's history, pseudonymous. */
@RestController
public class TimelineEndpoint {
    private final Timelines timelines;

    public TimelineEndpoint(Timelines timelines) {
        this.timelines = timelines;
    }

    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/referrals/{id}/timeline")
    public Timeline timeline(@PathVariable UUID id) {
        return timelines.of(id);
    }
}
