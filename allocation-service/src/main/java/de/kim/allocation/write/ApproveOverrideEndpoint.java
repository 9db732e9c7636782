package de.kim.allocation.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The second pair of eyes: the next round gives the place, if one is free; 404 OVERRIDE_NOT_FOUND,
 * 409 FOUR_EYES.
 */
@RestController
class ApproveOverrideEndpoint {
    private final Overrides overrides;
    private final Clock clock;

    ApproveOverrideEndpoint(Overrides overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    /**
     * The proposal as it is.
     *
     * @param reason of the second person, in words; kept until the person's data are erased
     */
    record ApproveOverride(@PlainText(max = 2000) String reason) {}

    /** From then on it is part of every round until one gives the place. */
    record OverrideApproval(UUID overrideId, Instant approvedAt) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/overrides/{overrideId}/approval")
    OverrideApproval answer(
            @PathVariable UUID overrideId, @RequestBody @Valid ApproveOverride body, Actor actor) {
        HardshipProposal proposal = overrides.open(overrideId);
        if (proposal.account().equals(actor.account())) {
            throw new Refused(AllocationRefusal.FOUR_EYES);
        }
        Instant now = clock.instant();
        overrides.approved(overrideId, actor.body(), actor.account(), body.reason(), now);
        return new OverrideApproval(overrideId, now);
    }
}
