package de.kim.notification.plumbing;

import de.kim.events.DeliveryFailure;

/** What became of one attempt to send. */
sealed interface Handover {
    /** The mail server said 250, or the letter lies in the outgoing post. */
    record Done() implements Handover {}

    /** It will never work. */
    record Impossible(DeliveryFailure cause) implements Handover {}

    /**
     * It may work later.
     *
     * @param trouble a code, such as {@code MAIL_SERVER}
     */
    record Later(String trouble) implements Handover {}
}
