package de.kim.events;

/** The clocks that KIM keeps on a referral. */
public enum ClockKind {
    /** Registration to course start, six weeks (§ 7 IntV). */
    SIX_WEEKS,
    /** Lapse of the entitlement. */
    ENTITLEMENT_LAPSE,
    /** Time to answer an offer. */
    OFFER_PERIOD,
    /** Time to say that a place is still wanted; who is warned of it is asked. */
    INTEREST,
    /** Without an answer until then the person takes part in no round. */
    INTEREST_LAPSE
}
