package de.kim.referral.write.duplicates;

import java.util.regex.Pattern;
import org.apache.commons.codec.language.ColognePhonetic;

/**
 * How a name sounds, roughly, to German ears: the same for the ways in which offices write names
 * that come from other scripts (Mohammed, Muhamad, Mohamed; Yusuf, Youssef, Jussuf).
 */
final class Sound {
    private static final ColognePhonetic COLOGNE = new ColognePhonetic();
    private static final Pattern SERVANT_OF = Pattern.compile("^abd[aeiou]?[lr]?");
    private static final Pattern ARTICLE = Pattern.compile("^[ae]l(?=[^aeiou].{2})");

    /** Spellings of one sound that the Cologne rules take for two. */
    private static final String[][] SAME = {
        {"dsch|dzh|dj", "j"},
        {"tsch|tch|sch|sh", "s"},
        {"[kc]h", "h"},
        {"gh", "g"},
        {"th", "t"},
        {"dh", "d"},
        {"ph", "f"},
        {"q", "k"},
        {"ou|ow", "u"},
        {"h", ""},
    };

    private Sound() {}

    /** The sound of a name that {@link Spelling} made plain; never empty. */
    static String of(String name) {
        String same =
                ARTICLE.matcher(SERVANT_OF.matcher(name).replaceFirst("abd")).replaceFirst("");
        for (String[] rule : SAME) {
            same = same.replaceAll(rule[0], rule[1]);
        }
        String code = COLOGNE.colognePhonetic(same).replaceAll("(.)\\1+", "$1");
        return code.isEmpty() ? name : code;
    }
}
