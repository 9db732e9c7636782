package de.kim.reporting.read.timeline;

import de.kim.events.MessageFailed;
import de.kim.events.MessageReached;
import de.kim.events.MessageSent;
import de.kim.events.NotificationEvent;

/** What is said of messages. */
final class MessageSentences {
    private MessageSentences() {}

    static Sentence of(NotificationEvent event) {
        return switch (event) {
            case MessageSent e ->
                    new Sentence(
                            "Nachricht " + e.kind() + " versandt (" + e.channel() + ").",
                            "Message " + e.kind() + " sent (" + e.channel() + ").");
            case MessageReached e ->
                    new Sentence(
                            "Nachricht hat die Person erreicht: " + e.proof() + ".",
                            "Message reached the person: " + e.proof() + ".");
            case MessageFailed e ->
                    new Sentence(
                            "Nachricht nicht zugestellt (" + e.channel() + "): " + e.cause() + ".",
                            "Message not delivered (" + e.channel() + "): " + e.cause() + ".");
        };
    }
}
