package de.kim.events;

/** What proves that a message reached the person; a mail server's 250 is no proof. */
public enum ReachProof {
    /** The person opened the link. */
    LINK_OPENED,
    /** The counsellor told the person. */
    TOLD_IN_PERSON,
    /** Four days after posting (§ 37(2) SGB X, § 41(2) VwVfG). */
    POST_FICTION
}
