package de.kim.notification.write;

import de.kim.events.DeclineReason;
import java.util.UUID;

/** Takes a person's answer to allocation-service, which decides whether it still counts. */
public interface OfferAnswers {
    /** What allocation says. */
    enum Verdict {
        TAKEN,
        /** The offer is over, or never was. */
        ENDED,
        /** It could not be asked: nothing is known of the answer. */
        NOT_NOW
    }

    Verdict accept(UUID offerId);

    Verdict decline(UUID offerId, DeclineReason reason);
}
