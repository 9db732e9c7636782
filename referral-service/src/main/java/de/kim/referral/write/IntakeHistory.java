package de.kim.referral.write;

/** What happened to referrals and test dates, as it is stored. */
public sealed interface IntakeHistory permits ReferralHistory, TestDateHistory {}
