package de.kim.reporting.read.timeline;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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
    public Timeline timeline(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Instant asOf) {
        return timelines.of(id, asOf);
    }

    /** The state after one event of it, with the way forward and back; the last one first. */
    @Allow({Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/referrals/{id}/replay")
    public Replay replay(@PathVariable UUID id, @RequestParam(required = false) @Nullable Long at) {
        return timelines.step(id, at);
    }
}
