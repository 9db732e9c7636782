package de.kim.allocation.write;

import de.kim.rules.HardshipRound;
import de.kim.rules.InvalidRound;
import de.kim.rules.RoundInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The places out of turn of one round: pure. They are applied in the order in which they were
 * approved, each on top of those before; what cannot be given is left for the next round.
 *
 * @param input the round's input, with them as fixed places
 * @param grants by the referral that gets the place
 * @param waiting by override, why it cannot be given
 */
public record Hardships(
        RoundInput input, Map<UUID, Grant> grants, Map<UUID, InvalidRound.Code> waiting) {
    public Hardships {
        grants = Map.copyOf(grants);
        waiting = Map.copyOf(waiting);
    }

    /** What these overrides make of a round. */
    public static Hardships of(RoundInput input, List<ApprovedOverride> overrides) {
        RoundInput fixed = input;
        Map<UUID, Grant> grants = new HashMap<>();
        Map<UUID, InvalidRound.Code> waiting = new HashMap<>();
        for (ApprovedOverride override : overrides) {
            HardshipProposal proposal = override.proposal();
            try {
                HardshipRound round = HardshipRound.decide(fixed, override.decision());
                fixed = round.input();
                grants.put(
                        proposal.referralId(),
                        new Grant(
                                proposal.overrideId(),
                                proposal.condition().name(),
                                override.secondBody(),
                                round.displaced()));
            } catch (InvalidRound e) {
                waiting.put(proposal.overrideId(), e.code());
            }
        }
        return new Hardships(fixed, grants, waiting);
    }
}
