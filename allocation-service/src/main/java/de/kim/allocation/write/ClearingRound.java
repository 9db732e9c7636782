package de.kim.allocation.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.allocation.write.ClearingRoundHistory.Closed;
import de.kim.allocation.write.ClearingRoundHistory.Opened;
import de.kim.allocation.write.ClearingRoundHistory.Verified;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One clearing round: opened with its verdict in one step, closed after the last offer. */
@Aggregate
public class ClearingRound {
    @AggregateIdentifier private @Nullable UUID roundId;
    private boolean closed;

    ClearingRound() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenRound command) {
        if (roundId != null) {
            return;
        }
        apply(
                new Opened(
                        command.roundId(),
                        command.kind(),
                        command.rulebookVersion(),
                        command.algorithmVersion(),
                        command.heldOn(),
                        command.inputDigest(),
                        command.lastSeen()));
        apply(
                new Verified(
                        command.roundId(),
                        command.passed(),
                        command.inputDigest(),
                        command.outcomeDigest(),
                        command.waiting(),
                        command.verdicts(),
                        command.matches(),
                        command.statement()));
        if (!command.passed()) {
            apply(new Closed(command.roundId(), 0));
        }
    }

    @CommandHandler
    void decide(CloseRound command) {
        if (!closed) {
            apply(new Closed(command.roundId(), command.offered()));
        }
    }

    @EventSourcingHandler
    void evolve(ClearingRoundHistory event) {
        roundId = event.roundId();
        switch (event) {
            case Opened e -> closed = false;
            case Verified e -> closed = false;
            case Closed e -> closed = true;
        }
    }
}
