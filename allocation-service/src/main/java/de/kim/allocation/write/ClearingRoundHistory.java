package de.kim.allocation.write;

import de.kim.events.RoundKind;
import de.kim.events.Verdict;
import de.kim.rules.RoundStatement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a clearing round. */
public sealed interface ClearingRoundHistory extends AllocationHistory {
    UUID roundId();

    record Opened(
            UUID roundId,
            RoundKind kind,
            int rulebookVersion,
            int algorithmVersion,
            LocalDate heldOn,
            String inputDigest,
            Map<String, Long> lastSeen)
            implements ClearingRoundHistory {
        public Opened {
            lastSeen = Collections.unmodifiableSortedMap(new TreeMap<>(lastSeen));
        }
    }

    /**
     * The verdict, and with it what is to be offered: a crash after it loses nothing.
     *
     * @param inputDigest what the round rested on; null in rounds held before it was said here
     * @param statement the round as a whole, in counts; null when it did not pass, and in rounds
     *     held before there were statements
     */
    record Verified(
            UUID roundId,
            boolean passed,
            @Nullable String inputDigest,
            String outcomeDigest,
            int waiting,
            List<Verdict> verdicts,
            List<Match> matches,
            @Nullable RoundStatement statement)
            implements ClearingRoundHistory {
        public Verified {
            verdicts = List.copyOf(verdicts);
            matches = List.copyOf(matches);
        }
    }

    /** All that the round could offer was offered; {@code offered} holds were made. */
    record Closed(UUID roundId, int offered) implements ClearingRoundHistory {}
}
