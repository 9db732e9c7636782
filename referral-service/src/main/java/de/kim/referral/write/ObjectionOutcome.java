package de.kim.referral.write;

/** What became of an objection. */
public enum ObjectionOutcome {
    /** The person was right; what follows from it is done by the command that does it. */
    UPHELD,
    REJECTED,
    /** The person no longer objects. */
    TAKEN_BACK
}
