package de.kim.referral.write.duplicates;

/** What two referrals of one person may have in common. */
public enum MarkKind {
    /** The number of the person in the central register of foreigners (AZR). */
    AZR_NUMBER(true),
    /** The number of the BAMF's file; a family may share it. */
    BAMF_NUMBER(true),
    /** The referring body's file number and the birth date; a family may share the number. */
    FILE_NUMBER(true),
    /** All names and the birth date, however they are spelled in Latin letters and ordered. */
    NAME(true),
    /**
     * As {@link #NAME}, where that is too little: the birth date stands for an unknown day, or
     * there is one name only.
     */
    NAME_ROUGH_DATE(true),
    /** All names and the year of birth. */
    NAME_AND_YEAR(true),
    /**
     * Two of the names by their sound, and the birth date whichever way round day and month are.
     */
    SOUND(true),
    /** The first name by its sound, and the birth date: too little to find anybody by. */
    FIRST_NAME(false);

    private final boolean finds;

    MarkKind(boolean finds) {
        this.finds = finds;
    }

    /** Whether it is worth looking at two referrals that have this in common. */
    public boolean finds() {
        return finds;
    }
}
