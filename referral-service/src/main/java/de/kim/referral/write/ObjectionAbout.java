package de.kim.referral.write;

/** What a person objects to. */
public enum ObjectionAbout {
    /** The place that was offered. */
    OFFER,
    /** That none was offered, or others came first. */
    NO_OFFER,
    /** The result of the placement test. */
    TEST_RESULT,
    /** The end of the referral. */
    WITHDRAWAL,
    OTHER
}
