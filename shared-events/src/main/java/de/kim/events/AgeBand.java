package de.kim.events;

/**
 * Age in completed years, in bands wide enough for reports and narrow enough for the age rules of
 * youth courses (under 27) and § 5b AsylbLG (from 18).
 */
public enum AgeBand {
    UNDER_16,
    FROM_16_TO_17,
    FROM_18_TO_26,
    FROM_27_TO_39,
    FROM_40_TO_59,
    FROM_60
}
