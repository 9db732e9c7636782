package de.kim.audit.fold;

import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the report knows of one clearing round: one row.
 *
 * @param heldOn null as long as only its verdict was heard
 * @param passed null as long as it has no verdict
 * @param holding the properties that were verified and hold
 * @param violated those that do not
 */
public record ReportRound(
        UUID roundId,
        @Nullable LocalDate heldOn,
        @Nullable Boolean passed,
        List<String> holding,
        List<String> violated) {
    public ReportRound {
        holding = List.copyOf(holding);
        violated = List.copyOf(violated);
    }

    /** As long as nothing is known of it. */
    public static ReportRound of(UUID roundId) {
        return new ReportRound(roundId, null, null, List.of(), List.of());
    }

    ReportRound opened(RoundOpened event) {
        return new ReportRound(roundId, event.heldOn(), passed, holding, violated);
    }

    ReportRound verified(RoundVerified event) {
        return new ReportRound(
                roundId, heldOn, event.passed(), properties(event, true), properties(event, false));
    }

    private static List<String> properties(RoundVerified event, boolean holds) {
        return event.verdicts().stream()
                .filter(verdict -> verdict.holds() == holds)
                .map(Verdict::property)
                .toList();
    }
}
