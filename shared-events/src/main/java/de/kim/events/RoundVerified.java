package de.kim.events;

import java.util.List;
import java.util.UUID;

/** The verifier's verdict; a round that did not pass makes no offer at all. */
@WireName("kim.allocations.round-verified.v1")
public record RoundVerified(
        UUID roundId,
        boolean passed,
        String outcomeDigest,
        int waiting,
        int offered,
        List<Verdict> verdicts)
        implements AllocationEvent {
    public RoundVerified {
        verdicts = List.copyOf(verdicts);
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
