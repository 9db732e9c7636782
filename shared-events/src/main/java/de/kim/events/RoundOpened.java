package de.kim.events;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A clearing round began. {@code inputDigest} is the root of a tree (RFC 9162 §2.1) over the parts
 * of the canonical input, one of them for each person (docs/allocation-rules.md); {@code lastSeen}
 * maps each subject to the last sequence that the input rests on, so that it can be derived again.
 */
@WireName("kim.allocations.round-opened.v1")
public record RoundOpened(
        UUID roundId,
        RoundKind kind,
        int rulebookVersion,
        int algorithmVersion,
        LocalDate heldOn,
        String inputDigest,
        Map<String, Long> lastSeen)
        implements AllocationEvent {
    public RoundOpened {
        // sorted, so that saying the event again gives the same bytes
        lastSeen = Collections.unmodifiableSortedMap(new TreeMap<>(lastSeen));
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
