package de.kim.events;

/** What of a referral was recorded wrongly. */
public enum CorrectedPart {
    /** Its legal basis or the dates of it; the right ones stand in the event. */
    ENTITLEMENT,
    /**
     * The result of the placement test; a {@link PlacementTestRecorded} with the right one follows.
     */
    TEST_RESULT,
    /**
     * What is known of the person; where the {@link Profile} changed with it, a {@link
     * ReferralAmended} follows.
     */
    PERSON
}
