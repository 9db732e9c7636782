package de.kim.referral.write;

/** Where a test date stands. */
public enum TestDateState {
    /** A seat is free. */
    OPEN,
    FULL,
    /** By the clock: who came and who did not can be recorded, and no seat changes any more. */
    BEGUN,
    CANCELLED
}
