package de.kim.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The verifier's verdict; a round that did not pass makes no offer at all.
 *
 * @param inputDigest that of {@link RoundOpened}, said again here because this event names nobody:
 *     so it can be shown to one person. Null in what was said before there was a digest per person
 */
@WireName("kim.allocations.round-verified.v1")
public record RoundVerified(
        UUID roundId,
        boolean passed,
        @Nullable String inputDigest,
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
