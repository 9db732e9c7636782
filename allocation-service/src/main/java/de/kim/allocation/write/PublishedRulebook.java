package de.kim.allocation.write;

import static de.kim.allocation.write.AllocationRefusal.RULEBOOK_NOT_NEXT;
import static de.kim.allocation.write.AllocationRefusal.RULEBOOK_TOO_SOON;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.allocation.write.PublishedRulebookHistory.Published;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** So long before they take effect rules are known to everybody. */
    static final Duration NOTICE = Duration.ofHours(24);

    @AggregateIdentifier private @Nullable String id;
    private final List<Rulebook> versions = new ArrayList<>();

    PublishedRulebook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PublishRulebook command) {
        if (versions.contains(command.rulebook())) {
            return;
        }
        if (command.rulebook().version() != versions.size() + 1) {
            throw new Refused(RULEBOOK_NOT_NEXT);
        }
        if (!versions.isEmpty() && command.effectiveFrom().isBefore(command.at().plus(NOTICE))) {
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
            case Published e -> versions.add(e.rulebook());
        }
    }
}
