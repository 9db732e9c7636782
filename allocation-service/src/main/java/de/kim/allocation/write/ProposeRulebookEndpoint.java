package de.kim.allocation.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.PlainText;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proposes rules for everybody from a day on; 422 RULEBOOK_INCOMPLETE, RULEBOOK_CONTRADICTORY,
 * RULEBOOK_TOO_SOON. They decide nothing before another person has approved them.
 */
@RestController
class ProposeRulebookEndpoint {
    private final RulebookDrafts drafts;
    private final Clock clock;

    ProposeRulebookEndpoint(RulebookDrafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The whole rulebook, not a difference. */
    record Proposal(
            @Valid RulebookContent rulebook,
            Instant effectiveFrom,
            @PlainText(max = 2000) String reason) {}

    /** What to approve. */
    record Proposed(UUID draftId) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/rulebooks/drafts")
    ResponseEntity<Proposed> answer(@RequestBody @Valid Proposal body, Actor actor) {
        Instant now = clock.instant();
        SoundRulebook.required(body.rulebook().as(drafts.nextVersion()), LocalDate.now(clock));
        if (body.effectiveFrom().isBefore(now.plus(PublishedRulebook.NOTICE))) {
            throw new Refused(AllocationRefusal.RULEBOOK_TOO_SOON);
        }
        RulebookDraft draft =
                new RulebookDraft(
                        UUID.randomUUID(),
                        body.rulebook(),
                        body.effectiveFrom(),
                        body.reason(),
                        actor.body(),
                        actor.account(),
                        now);
        drafts.keep(draft);
        return ResponseEntity.created(URI.create("/api/rulebooks/drafts"))
                .body(new Proposed(draft.draftId()));
    }
}
