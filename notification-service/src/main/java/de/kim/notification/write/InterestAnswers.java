package de.kim.notification.write;

import java.util.UUID;

/** Takes a person's yes to referral-service: they still want a place. */
@FunctionalInterface
public interface InterestAnswers {
    /** What referral-service says; ENDED when the referral has ended. */
    OfferAnswers.Verdict confirm(UUID referralId);
}
