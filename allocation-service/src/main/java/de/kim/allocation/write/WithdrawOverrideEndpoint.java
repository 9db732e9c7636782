package de.kim.allocation.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives up a place out of turn before a round has given it: one person is enough, for it takes
 * nothing from anybody; 404 OVERRIDE_NOT_FOUND.
 */
@RestController
class WithdrawOverrideEndpoint {
    private final Overrides overrides;
    private final Clock clock;

    WithdrawOverrideEndpoint(Overrides overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /** Nothing to say. */
    record WithdrawOverride() {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/overrides/{overrideId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID overrideId, @RequestBody @Valid WithdrawOverride body) {
        overrides.withdrawn(overrideId, clock.instant());
    }
}
