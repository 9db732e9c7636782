package de.kim.referral.write.vault;

/** How much German somebody knows, by the Common European Framework; below A1 is {@link #NONE}. */
public enum GermanLevel {
    NONE,
    A1,
    A2,
    B1,
    B2,
    C1,
    C2
}
