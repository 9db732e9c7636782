package de.kim.referral.write;

/** Where a referral stands. */
public enum ReferralState {
    /** Entered by a body; the placement test is still to come. */
    REQUESTED,
    /** The placement test has a result, a place can be looked for. */
    TESTED,
    /** Taken back by the body that referred. */
    WITHDRAWN,
    /** The person began a course. */
    COMPLETED,
    /** Should never have been entered; kept, not deleted. */
    IN_ERROR,
    /** Nothing is known of the person any more. */
    ERASED
}
