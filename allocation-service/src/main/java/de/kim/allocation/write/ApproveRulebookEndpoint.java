package de.kim.allocation.write;

import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The second pair of eyes: publishes proposed rules as the next version; 404
 * RULEBOOK_DRAFT_NOT_FOUND, 409 FOUR_EYES, 422 RULEBOOK_TOO_SOON when it took too long.
 */
@RestController
class ApproveRulebookEndpoint {
    private final CommandGateway commands;
    private final RulebookDrafts drafts;
    private final Clock clock;

    ApproveRulebookEndpoint(CommandGateway commands, RulebookDrafts drafts, Clock clock) {
        this.commands = commands;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Nothing to say: the draft as it is. */
    record Approve() {}

    /** The version that it became. */
    record Approved(int version, Instant effectiveFrom) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/rulebooks/drafts/{draftId}/approval")
    ResponseEntity<Approved> answer(
            @PathVariable UUID draftId, @RequestBody @Valid Approve body, Actor actor) {
        RulebookDraft draft = drafts.open(draftId);
        if (draft.account().equals(actor.account())) {
            throw new Refused(AllocationRefusal.FOUR_EYES);
        }
        Instant now = clock.instant();
        int version = drafts.nextVersion();
        commands.<@Nullable Object>sendAndWait(
                new PublishRulebook(
                        PublishedRulebook.ID,
                        SoundRulebook.required(draft.content().as(version), LocalDate.now(clock)),
                        draft.effectiveFrom(),
                        draft.reason(),
                        actor.body(),
                        now));
        drafts.approved(draftId, version);
        return ResponseEntity.created(URI.create("/api/rulebooks/" + version))
                .body(new Approved(version, draft.effectiveFrom()));
    }
}
