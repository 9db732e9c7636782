package de.kim.local.load;

import de.kim.local.Trouble;
import java.util.Set;

/** What a file to import holds, told by its column names. */
public enum Kind {
    /** The partner bodies: checked against, not sent anywhere. */
    BODIES,
    PROVIDERS,
    COURSES,
    REFERRALS;

    /** The kind of file that has these columns (CSV) or fields (JSON). */
    public static Kind with(Set<String> columns) {
        if (columns.contains("legalBasis")) {
            return REFERRALS;
        }
        if (columns.contains("courseType")) {
            return COURSES;
        }
        if (columns.contains("courseTypes")) {
            return PROVIDERS;
        }
        if (columns.contains("code") && columns.contains("kind")) {
            return BODIES;
        }
        throw new Trouble(
                "The file has none of the known column sets; its columns are "
                        + String.join(", ", columns)
                        + ".",
                "See ./kim import --help for the columns of providers, courses and referrals.");
    }
}
