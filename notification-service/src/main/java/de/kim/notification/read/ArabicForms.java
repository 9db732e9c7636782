package de.kim.notification.read;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.DecompositionType;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters of the Arabic script in the form that their neighbours ask for, as Unicode's presentation
 * forms, because PDFs here are set without an engine that shapes. ICU's own shaping leaves out the
 * Persian letters (peh, tcheh, keheh, gaf, yeh), which then stand apart. Forms and joining are
 * those of Unicode's data. Signs of vowels are left out, as everywhere in print: without an engine
 * they would stand beside their letter.
 */
final class ArabicForms {
    private static final char LAM = '\u0644';
    private static final Map<String, Integer> FORMS = forms();

    private ArabicForms() {}

    static String shaped(String text) {
        String bare =
                text.codePoints()
                        .filter(it -> !isVowel(it))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        StringBuilder shaped = new StringBuilder(bare.length());
        for (int at = 0; at < bare.length(); at++) {
            boolean before = joinsOn(neighbour(bare, at, -1)) && joinsBack(bare.charAt(at));
            Integer ligature =
                    bare.charAt(at) == LAM && at + 1 < bare.length()
                            ? FORMS.get(key(bare.substring(at, at + 2), before, false))
                            : null;
            if (ligature != null) {
                shaped.appendCodePoint(ligature);
                at++;
            } else {
                boolean after = joinsOn(bare.charAt(at)) && joinsBack(neighbour(bare, at, 1));
                String letter = bare.substring(at, at + 1);
                Integer form = FORMS.get(key(letter, before, after));
                shaped.append(form == null ? letter : Character.toString(form));
            }
        }
        return shaped.toString();
    }

    /** Fathatan to sukun; hamza above and others that change a letter stay. */
    private static boolean isVowel(int character) {
        return character >= 0x064B && character <= 0x0652;
    }

    /** The next one that is no mark on a letter; a blank where the text ends. */
    private static char neighbour(String text, int at, int step) {
        int beside = at + step;
        while (beside >= 0
                && beside < text.length()
                && joining(text.charAt(beside)) == JoiningType.TRANSPARENT) {
            beside += step;
        }
        return beside >= 0 && beside < text.length() ? text.charAt(beside) : ' ';
    }

    private static boolean joinsOn(char letter) {
        int joining = joining(letter);
        return joining == JoiningType.DUAL_JOINING || joining == JoiningType.JOIN_CAUSING;
    }

    private static boolean joinsBack(char letter) {
        return joinsOn(letter) || joining(letter) == JoiningType.RIGHT_JOINING;
    }

    private static int joining(char letter) {
        return UCharacter.getIntPropertyValue(letter, UProperty.JOINING_TYPE);
    }

    private static String key(String letters, boolean before, boolean after) {
        return letters + (before ? "<" : "") + (after ? ">" : "");
    }

    /** One letter, or lam with alef, in each of its forms. */
    private static Map<String, Integer> forms() {
        Map<String, Integer> forms = new HashMap<>();
        for (int form = 0xFB50; form <= 0xFEFC; form++) {
            String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letters.length() == 1
                    || letters.length() == 2 && letters.charAt(0) == LAM && form >= 0xFEF5) {
                switch (UCharacter.getIntPropertyValue(form, UProperty.DECOMPOSITION_TYPE)) {
                    case DecompositionType.ISOLATED -> forms.put(key(letters, false, false), form);
                    case DecompositionType.FINAL -> forms.put(key(letters, true, false), form);
                    case DecompositionType.INITIAL -> forms.put(key(letters, false, true), form);
                    case DecompositionType.MEDIAL -> forms.put(key(letters, true, true), form);
                    default -> {
                        // no form of a letter
                    }
                }
            }
        }
        return Map.copyOf(forms);
    }
}
