package de.kim.rules;

import java.util.Comparator;
import java.util.UUID;

/** The order of ids wherever the rule says "by id". */
public final class Ids {
    /**
     * By the 36 characters of the text form. {@link UUID#compareTo} compares signed halves and
     * would order ids from {@code 8…} before those from {@code 0…}.
     */
    public static final Comparator<UUID> ORDER =
            (a, b) -> {
                int high =
                        Long.compareUnsigned(
                                a.getMostSignificantBits(), b.getMostSignificantBits());
                return high != 0
                        ? high
                        : Long.compareUnsigned(
                                a.getLeastSignificantBits(), b.getLeastSignificantBits());
            };

    private Ids() {}
}
