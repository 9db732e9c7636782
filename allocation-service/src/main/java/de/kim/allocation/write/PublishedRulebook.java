package de.kim.allocation.write;

import static de.kim.allocation.write.AllocationRefusal.RULEBOOK_NOT_NEXT;
import static de.kim.allocation.write.AllocationRefusal.RULEBOOK_TOO_SOON;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.allocation.write.PublishedRulebookHistory.Published;
import de.kim.kit.refusal.Refused;
import java.time.Duration;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The rules agreed by the partners, version after version. */
@Aggregate
public class PublishedRulebook {
    /** The one there is. */
    public static final String ID = "rulebook";

    private static final Duration NOTICE = Duration.ofHours(24);

    @AggregateIdentifier private @Nullable String id;
    private int version;

    PublishedRulebook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PublishRulebook command) {
        int next = command.rulebook().version();
        if (next <= version) {
            return;
        }
        if (next != version + 1) {
            throw new Refused(RULEBOOK_NOT_NEXT);
        }
        if (version > 0 && command.effectiveFrom().isBefore(command.at().plus(NOTICE))) {
            throw new Refused(RULEBOOK_TOO_SOON);
        }
        apply(
                new Published(
                        command.rulebook(),
                        command.effectiveFrom(),
                        command.reason(),
                        command.approvedBy()));
    }

    @EventSourcingHandler
    void evolve(PublishedRulebookHistory event) {
        id = ID;
        switch (event) {
            case Published e -> version = e.rulebook().version();
        }
    }
}
