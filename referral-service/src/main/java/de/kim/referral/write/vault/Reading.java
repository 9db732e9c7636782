package de.kim.referral.write.vault;

/**
 * Who reads a person's data, and what for. It is logged.
 *
 * @param body the organisation
 * @param account who acts for it, as the issuer names them
 * @param purpose a code
 */
public record Reading(String body, String account, String purpose) {}
