package de.kim.referral.write;

/** Why a seat in a placement test is the person's no longer. */
public enum BookingEnd {
    /** The person or their body gave it back. */
    RETURNED,
    /** The person did not come. */
    MISSED,
    /** There was no test. */
    TEST_CANCELLED
}
