package de.kim.referral.write.duplicates;

import java.util.EnumSet;
import java.util.Set;

/** Whether two referrals are of one person. */
public enum Likeness {
    /** Nobody needs to be asked. */
    SURE,
    /** Somebody has to look. */
    UNSURE,
    /** Nothing worth asking about. */
    NONE;

    private static final Set<MarkKind> CENTRAL =
            EnumSet.of(MarkKind.AZR_NUMBER, MarkKind.BAMF_NUMBER);
    private static final Set<MarkKind> NUMBERS =
            EnumSet.of(MarkKind.AZR_NUMBER, MarkKind.BAMF_NUMBER, MarkKind.FILE_NUMBER);
    private static final Set<MarkKind> SAME_NAME =
            EnumSet.of(MarkKind.NAME, MarkKind.NAME_ROUGH_DATE, MarkKind.FIRST_NAME);
    private static final Set<MarkKind> ALIKE =
            EnumSet.of(MarkKind.NAME_ROUGH_DATE, MarkKind.NAME_AND_YEAR, MarkKind.SOUND);

    /**
     * A number alone does not do: families share file numbers, and somebody may have copied the
     * wrong one; with the name it does. A name alone does, unless the birth date is one of the many
     * that stand for an unknown day. Different central numbers contradict.
     *
     * @param own the kinds of marks that the one has
     * @param agreeing those of which both have the same
     * @param differing those of which the other has another one
     */
    public static Likeness of(Set<MarkKind> own, Set<MarkKind> agreeing, Set<MarkKind> differing) {
        boolean contradicted =
                CENTRAL.stream().anyMatch(kind -> own.contains(kind) && differing.contains(kind));
        if (agreeing.stream().anyMatch(NUMBERS::contains)) {
            boolean named = agreeing.stream().anyMatch(SAME_NAME::contains);
            return named && !contradicted ? SURE : UNSURE;
        }
        if (agreeing.contains(MarkKind.NAME)) {
            return contradicted ? UNSURE : SURE;
        }
        boolean alike = agreeing.stream().anyMatch(ALIKE::contains);
        return alike && !contradicted ? UNSURE : NONE;
    }
}
