package de.kim.events;

/** Why an offer was taken back before it was answered. */
public enum OfferWithdrawalCause {
    COURSE_CANCELLED,
    COURSE_RESCHEDULED,
    REFERRAL_WITHDRAWN,
    /** No entitlement is left that the course could be begun on. */
    ENTITLEMENT_ENDED
}
