package de.kim.notification;

import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import de.kim.notification.write.MessageHistory;
import org.springframework.stereotype.Component;

/** Every public event that notification-service says. */
@Component
public class Outbox implements OutDoor<MessageHistory> {
    @Override
    public Class<MessageHistory> stored() {
        return MessageHistory.class;
    }

    @Override
    public Saying say(MessageHistory event) {
        return switch (event) {
            case MessageHistory.Planned planned -> Saying.staysHere();
            // nothing failed: the message that follows on the other channel is said
            case MessageHistory.Skipped skipped -> Saying.staysHere();
            // no proof of reach
            case MessageHistory.Delivered delivered -> Saying.staysHere();
            // what counts is said when the letter counts as arrived
            case MessageHistory.Posted posted -> Saying.staysHere();
            // staff see it in the list of messages
            case MessageHistory.HelpAsked asked -> Saying.staysHere();
            case MessageHistory.Locked locked -> Saying.staysHere();
            case MessageHistory.Sent sent ->
                    Saying.publish(
                            new MessageSent(
                                    sent.messageId(),
                                    sent.referralId(),
                                    sent.offerId(),
                                    sent.channel(),
                                    sent.kind(),
                                    sent.sentAt()));
            case MessageHistory.Reached reached ->
                    Saying.publish(
                            new MessageReached(
                                    reached.messageId(),
                                    reached.referralId(),
                                    reached.offerId(),
                                    reached.proof(),
                                    reached.reachedAt()));
            case MessageHistory.Failed failed ->
                    Saying.publish(
                            new MessageFailed(
                                    failed.messageId(),
                                    failed.referralId(),
                                    failed.offerId(),
                                    failed.channel(),
                                    failed.cause()));
        };
    }
}
