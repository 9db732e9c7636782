package de.kim.notification.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.notification.write.MessageHistory.Failed;
import de.kim.notification.write.MessageHistory.HelpAsked;
import de.kim.notification.write.MessageHistory.Locked;
import de.kim.notification.write.MessageHistory.Planned;
import de.kim.notification.write.MessageHistory.Reached;
import de.kim.notification.write.MessageHistory.Sent;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person on one channel. It only remembers what already happened, so that no
 * fact is told twice; nothing is refused.
 */
@Aggregate
public class Message {
    @AggregateIdentifier private @Nullable UUID messageId;
    private @Nullable Planned plan;
    private boolean sent;
    private boolean reached;
    private boolean failed;
    private boolean helpAsked;

    protected Message() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void decide(PlanMessage command) {
        if (plan == null) {
            apply(
                    new Planned(
                            command.messageId(),
                            command.referralId(),
                            command.offerId(),
                            command.kind(),
                            command.channel()));
        }
    }

    @CommandHandler
    public void decide(RecordSending command) {
        if (!sent) {
            Planned told = plan();
            apply(
                    new Sent(
                            told.messageId(),
                            told.referralId(),
                            told.offerId(),
                            told.kind(),
                            told.channel(),
                            command.sentAt()));
        }
    }

    /**
     * A link can be opened before its sending was recorded (the service died after the mail
     * server's 250), so this asks for no earlier state.
     */
    @CommandHandler
    public void decide(RecordReach command) {
        if (!reached) {
            Planned told = plan();
            apply(
                    new Reached(
                            told.messageId(),
                            told.referralId(),
                            told.offerId(),
                            command.proof(),
                            command.reachedAt()));
        }
    }

    @CommandHandler
    public void decide(RecordFailure command) {
        if (!sent && !reached && !failed) {
            Planned told = plan();
            apply(
                    new Failed(
                            told.messageId(),
                            told.referralId(),
                            told.offerId(),
                            told.channel(),
                            command.cause()));
        }
    }

    /** Asking again is no news: somebody comes anyway. */
    @CommandHandler
    public void decide(AskForHelp command) {
        if (!helpAsked) {
            apply(new HelpAsked(plan().messageId(), command.askedAt()));
        }
    }

    @CommandHandler
    public void decide(RecordLock command) {
        apply(new Locked(plan().messageId(), command.until()));
    }

    @EventSourcingHandler
    void evolve(Planned event) {
        messageId = event.messageId();
        plan = event;
    }

    @EventSourcingHandler
    void evolve(Sent event) {
        sent = true;
    }

    @EventSourcingHandler
    void evolve(Reached event) {
        reached = true;
    }

    @EventSourcingHandler
    void evolve(Failed event) {
        failed = true;
    }

    @EventSourcingHandler
    void evolve(HelpAsked event) {
        helpAsked = true;
    }

    private Planned plan() {
        if (plan == null) {
            throw new IllegalStateException("the first event of a message is its plan");
        }
        return plan;
    }
}
