package de.kim.referral.write.vault;

/**
 * Who reads a person's data, and what for. It is logged.
 *
 * @param body the organisation
 * @param purpose a code
 */
public record Reading(String body, String purpose) {}
