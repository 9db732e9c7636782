package de.kim.events;

/** Why an accepted place became free again. */
public enum ReleaseCause {
    PARTICIPANT_MISSING,
    COURSE_CANCELLED,
    REFERRAL_WITHDRAWN,
    BETTER_PLACE_ACCEPTED,
    PROVIDER_CHANGED
}
