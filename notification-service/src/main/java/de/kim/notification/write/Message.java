package de.kim.notification.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.events.Channel;
import de.kim.events.DeliveryFailure;
import de.kim.events.ReachProof;
import de.kim.kit.refusal.Refused;
import de.kim.notification.write.MessageHistory.Delivered;
import de.kim.notification.write.MessageHistory.Failed;
import de.kim.notification.write.MessageHistory.HelpAsked;
import de.kim.notification.write.MessageHistory.Locked;
import de.kim.notification.write.MessageHistory.Planned;
import de.kim.notification.write.MessageHistory.Posted;
import de.kim.notification.write.MessageHistory.Reached;
import de.kim.notification.write.MessageHistory.Sent;
import de.kim.notification.write.MessageHistory.Skipped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One message to one person on one channel. It remembers what already happened, so that no fact is
 * told twice; refused is only what staff cannot have seen.
 */
@Aggregate
public class Message {
    /** Days are those of Osnabrück. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @AggregateIdentifier private @Nullable UUID messageId;
    private @Nullable Planned plan;
    private @Nullable LocalDate sentOn;
    private @Nullable LocalDate postedOn;
    private boolean skipped;
    private boolean delivered;
    private boolean reached;

    /** It counts as arrived, and nothing better proves it. */
    private boolean fiction;

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

    /** Answers whether it is news. */
    @CommandHandler
    public boolean decide(SkipMessage command) {
        if (skipped || sentOn != null || reached || failed) {
            return false;
        }
        apply(new Skipped(plan().messageId()));
        return true;
    }

    @CommandHandler
    public void decide(RecordSending command) {
        if (sentOn == null) {
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

    /** The gateway may say it before its taking was recorded. */
    @CommandHandler
    public void decide(RecordDelivery command) {
        if (!delivered && !failed) {
            apply(new Delivered(plan().messageId(), command.deliveredAt()));
        }
    }

    /**
     * A link can be opened before its sending was recorded (the service died after the mail
     * server's 250), so this asks for no earlier state. The person's own word is said also of a
     * letter that counts as arrived: from then on it cannot come back.
     */
    @CommandHandler
    public void decide(RecordReach command) {
        if (!reached || (fiction && command.proof() != ReachProof.POST_FICTION)) {
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

    /** Answers whether it is news. */
    @CommandHandler
    public boolean decide(RecordFailure command) {
        return sentOn == null && fail(command.cause());
    }

    /**
     * A mail server or the SMS gateway took it and gave it up later. When the person entered the
     * birth date behind the link it did arrive, whatever a mail server says. Answers whether it is
     * news.
     */
    @CommandHandler
    public boolean decide(RecordBounce command) {
        return fail(DeliveryFailure.BOUNCED);
    }

    /**
     * A letter that came back did not arrive, whatever its fourth day says; the person's own word
     * stands. Answers whether it is news.
     */
    @CommandHandler
    public boolean decide(RecordReturn command) {
        if (failed && plan().channel() == Channel.LETTER) {
            return false;
        }
        if (plan().channel() != Channel.LETTER || sentOn == null || (reached && !fiction)) {
            throw new Refused(NotificationRefusal.LETTER_NOT_WAITING);
        }
        return failed(DeliveryFailure.BOUNCED);
    }

    private boolean fail(DeliveryFailure cause) {
        return !reached && !failed && !skipped && failed(cause);
    }

    private boolean failed(DeliveryFailure cause) {
        Planned told = plan();
        apply(
                new Failed(
                        told.messageId(),
                        told.referralId(),
                        told.offerId(),
                        told.channel(),
                        cause));
        return true;
    }

    /** A day that was mistyped can be put right until the letter counts as arrived. */
    @CommandHandler
    public void decide(RecordPosting command) {
        if (command.postedOn().equals(postedOn)) {
            return;
        }
        if (plan().channel() != Channel.LETTER || sentOn == null || reached || failed) {
            throw new Refused(NotificationRefusal.LETTER_NOT_WAITING);
        }
        if (command.postedOn().isBefore(sentOn)) {
            throw new Refused(NotificationRefusal.POSTED_ON_OUT_OF_RANGE);
        }
        apply(new Posted(plan().messageId(), command.postedOn()));
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
    void evolve(Skipped event) {
        skipped = true;
    }

    @EventSourcingHandler
    void evolve(Delivered event) {
        delivered = true;
    }

    @EventSourcingHandler
    void evolve(Sent event) {
        sentOn = LocalDate.ofInstant(event.sentAt(), ZONE);
    }

    @EventSourcingHandler
    void evolve(Posted event) {
        postedOn = event.postedOn();
    }

    @EventSourcingHandler
    void evolve(Reached event) {
        reached = true;
        fiction = event.proof() == ReachProof.POST_FICTION;
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
