package de.kim.referral.write.vault;

/** The highest level completed, by the International Standard Classification (ISCED 2011). */
public enum Schooling {
    /** No school, or less than primary education. */
    ISCED_0,
    /** Primary education. */
    ISCED_1,
    /** Lower secondary education. */
    ISCED_2,
    /** Upper secondary education. */
    ISCED_3,
    /** After it, and no higher education. */
    ISCED_4,
    /** A short course of higher education. */
    ISCED_5,
    /** Bachelor or the same. */
    ISCED_6,
    /** Master or the same. */
    ISCED_7,
    /** Doctorate or the same. */
    ISCED_8
}
