package de.kim.events;

/** Why a referral was withdrawn. */
public enum WithdrawalReason {
    MOVED_AWAY,
    FOUND_WORK,
    ENTITLEMENT_REVOKED,
    NO_INTEREST,
    DUPLICATE,
    OTHER,
    /** The person revoked the consent that the referral rested on; follows from the revocation. */
    CONSENT_REVOKED,
    /** The data that a place is found by had to be deleted; set by the clock. */
    RETENTION_ENDED
}
