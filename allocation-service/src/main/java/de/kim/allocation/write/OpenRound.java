package de.kim.allocation.write;

import de.kim.events.RoundKind;
import de.kim.events.Verdict;
import de.kim.rules.RoundStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Keeps a round with its verdict; what does not pass is closed at once. */
public record OpenRound(
        @TargetAggregateIdentifier UUID roundId,
        RoundKind kind,
        int rulebookVersion,
        int algorithmVersion,
        LocalDate heldOn,
        String inputDigest,
        Map<String, Long> lastSeen,
        boolean passed,
        String outcomeDigest,
        int waiting,
        List<Verdict> verdicts,
        List<Match> matches,
        @Nullable RoundStatement statement) {}
