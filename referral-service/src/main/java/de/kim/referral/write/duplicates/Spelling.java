package de.kim.referral.write.duplicates;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names as they are however they were written: in Latin letters without accents, ä as ae as a, no
 * apostrophes, no doubled letters, without the particles that come and go.
 */
final class Spelling {
    private static final Set<String> PARTICLES =
            Set.of(
                    "al", "el", "ul", "ibn", "bin", "ben", "bint", "von", "vom", "van", "der",
                    "den", "zu", "zum", "zur", "de", "del", "di", "da", "do", "dos", "la", "le");
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private static final Pattern UKRAINIAN = Pattern.compile("[іїєґІЇЄҐ]");
    private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

    private Spelling() {}

    /** The names one by one, in the order in which they stand; empty when there is no letter. */
    static List<String> names(String text) {
        List<String> all =
                Arrays.stream(latin(text).split("[^a-z]+"))
                        .map(Spelling::plain)
                        .filter(name -> !name.isEmpty())
                        .toList();
        List<String> names = all.stream().filter(name -> !PARTICLES.contains(name)).toList();
        return names.isEmpty() ? all : names;
    }

    /** In small Latin letters; apostrophes and what stands for a sound between letters is gone. */
    static String latin(String text) {
        String composed = Normalizer2.getNFKCInstance().normalize(text);
        if (UKRAINIAN.matcher(composed).find()) {
            composed = composed.replace('г', 'h').replace('Г', 'H');
        }
        String letters = composed.replaceAll("[\\p{Mn}'`´’‘ʼʻ]", "").replace('ع', 'ا');
        String latin =
                LATIN.transliterate(letters).toLowerCase(Locale.ROOT).replaceAll("['`\"]", "");
        return ARABIC.matcher(composed).find() ? withoutLongVowels(latin) : latin;
    }

    /** Arabic writes long vowels with the letters of w and y, and none of the short ones. */
    private static String withoutLongVowels(String latin) {
        return latin.replaceAll("(?<=[a-z])[wy]", "");
    }

    private static String plain(String name) {
        return name.replaceAll("([aou])e", "$1").replaceAll("(.)\\1+", "$1");
    }
}
