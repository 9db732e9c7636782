package de.kim.events;

/** Why a referral was withdrawn. */
public enum WithdrawalReason {
    MOVED_AWAY,
    FOUND_WORK,
    ENTITLEMENT_REVOKED,
    NO_INTEREST,
    DUPLICATE,
    OTHER
}
