package de.kim.referral.write.vault;

/** Whether somebody can write: it decides between literacy, second-script and other courses. */
public enum WritingAbility {
    /** In no script. */
    NONE,
    /** Not enough for everyday life, in any script. */
    LITTLE,
    /** In another script than the Latin one. */
    OTHER_SCRIPT,
    /** In Latin letters. */
    LATIN
}
