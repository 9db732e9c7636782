package de.kim.allocation.write;

import de.kim.events.Exclusion;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.kit.web.input.PlainText;
import de.kim.rules.HardshipOverride;
import de.kim.rules.HardshipRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.RoundInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Proposes a place out of turn in a case of hardship, after a trial of what it would change; 404
 * OVERRIDE_UNKNOWN, 409 OVERRIDE_WITHOUT_PLACE, 422 OVERRIDE_AGAINST_LAW. It changes nothing before
 * a second person has approved it.
 */
@RestController
class ProposeOverrideEndpoint {
    private static final String SECOND_PERSON = "whoever approves it";

    private final Overrides overrides;
    private final Situations situations;
    private final Clock clock;

    ProposeOverrideEndpoint(Overrides overrides, Situations situations, Clock clock) {
        this.overrides = overrides;
        this.situations = situations;
        this.clock = clock;
    }

    /**
     * What is proposed.
     *
     * @param section number of the section to enter
     * @param reason in words; kept until the person's data are erased, and told in no event
     */
    record OverrideContent(
            UUID referralId,
            UUID courseId,
            @Min(1) @Max(99) int section,
            HardshipCondition condition,
            @PlainText(max = 2000) String reason) {}

    /**
     * What to approve.
     *
     * @param setAside tests that the course fails for the person and that it sets aside
     * @param displaced whose result would differ if a round were held now
     */
    record ProposedOverride(UUID overrideId, List<Exclusion> setAside, List<UUID> displaced) {
        ProposedOverride {
            setAside = List.copyOf(setAside);
            displaced = List.copyOf(displaced);
        }
    }

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/overrides")
    ResponseEntity<ProposedOverride> answer(@RequestBody @Valid OverrideContent body, Actor actor) {
        Instant now = clock.instant();
        HardshipRound tried = tried(body, actor, now);
        HardshipProposal proposal =
                new HardshipProposal(
                        UUID.randomUUID(),
                        body.referralId(),
                        body.courseId(),
                        body.section(),
                        body.condition(),
                        actor.body(),
                        actor.account(),
                        now);
        overrides.keep(proposal, body.reason());
        return ResponseEntity.created(URI.create("/api/overrides"))
                .body(
                        new ProposedOverride(
                                proposal.overrideId(),
                                tried.setAside().stream().sorted().toList(),
                                tried.displaced()));
    }

    private HardshipRound tried(OverrideContent body, Actor actor, Instant now) {
        HardshipOverride override =
                new HardshipOverride(
                        body.referralId(),
                        body.courseId(),
                        body.section(),
                        body.condition().name(),
                        actor.account(),
                        SECOND_PERSON);
        try {
            RoundInput input = situations.foreseen(now, clock.getZone()).situation().input();
            return HardshipRound.decide(
                    Hardships.of(input, overrides.approved()).input(), override);
        } catch (InvalidRound e) {
            throw new Refused(refusal(e.code()));
        }
    }

    private static AllocationRefusal refusal(InvalidRound.Code code) {
        return switch (code) {
            case OVERRIDE_UNKNOWN -> AllocationRefusal.OVERRIDE_UNKNOWN;
            case OVERRIDE_AGAINST_LAW -> AllocationRefusal.OVERRIDE_AGAINST_LAW;
            case OVERRIDE_WITHOUT_PLACE -> AllocationRefusal.OVERRIDE_WITHOUT_PLACE;
            default -> AllocationRefusal.ROUND_INPUT_INVALID;
        };
    }
}
