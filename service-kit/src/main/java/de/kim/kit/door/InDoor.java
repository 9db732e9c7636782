package de.kim.kit.door;

import de.kim.events.Envelope;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.Topic;
import java.util.Set;
import java.util.UUID;

/**
 * The way into a service: every public event it hears. The service's {@code Inbox} implements it as
 * exhaustive {@code switch}es over the sealed families, so that a new public event does not compile
 * until every listener has decided. It is called once per event, in order per (source, subject),
 * inside a root unit of work that also keeps the inbox mark: what it writes through JDBC and what
 * its commands store commits with the mark or not at all.
 */
public interface InDoor {
    /** The topics this service listens to. */
    Set<Topic> topics();

    /**
     * Takes one event. Commands go through {@link Commands}, where a refusal is an answer and not a
     * failure. Any exception thrown here is a failure: retried with back-off, then dead-lettered,
     * later events of the same subject wait.
     */
    Heard hear(PublicEvent event, Envelope envelope);

    /** A referral's profile arrived or changed; called only with a higher version than before. */
    default void profile(Profile profile) {}

    /** A referral's profile was erased. */
    default void profileErased(UUID referralId) {}
}
