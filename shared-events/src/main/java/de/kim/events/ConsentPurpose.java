package de.kim.events;

/** What a person consented to. */
public enum ConsentPurpose {
    /** Being referred by a counselling office. */
    REFERRAL,
    /** Being contacted by e-mail or SMS. */
    CONTACT
}
