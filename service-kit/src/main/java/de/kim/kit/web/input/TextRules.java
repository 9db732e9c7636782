package de.kim.kit.web.input;

import java.text.Normalizer;

/**
 * What no text may hold, whoever sent it. Every script is welcome, and emoji are: a name is what
 * the person says it is, and refusing a character protects nobody. What is refused is what breaks
 * the reader: characters that no database stores or no screen shows as written.
 */
final class TextRules {
    /** Hangul fillers and the empty Braille cell count as letters or signs, and show nothing. */
    private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private TextRules() {}

    /** Composed form, so that the same name is the same text however it was typed. */
    static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** No unpaired surrogate, no control character but tab and line end, no noncharacter. */
    static boolean storable(String text) {
        return text.codePoints().allMatch(TextRules::storable);
    }

    /** Storable, and nothing that a reader sees otherwise than it was written. */
    static boolean plain(String text, boolean lines) {
        return text.codePoints().allMatch(c -> storable(c) && plain(c, lines));
    }

    /** There is something to see; a name of blanks and joiners is nobody's. */
    static boolean visible(String text) {
        return text.codePoints().anyMatch(TextRules::visible);
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT ->
                    false;
            default -> BLANK_LETTERS.indexOf(c) < 0;
        };
    }

    private static boolean storable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !surrogate && !control && !nonCharacter;
    }

    private static boolean plain(int c, boolean lines) {
        boolean control = Character.isISOControl(c) && !(lines && c == '\n');
        return !control
                && !turnsDirection(c)
                && c != LINE_SEPARATOR
                && c != PARAGRAPH_SEPARATOR
                && c != BYTE_ORDER_MARK;
    }

    /**
     * Bidirectional embeddings, overrides and isolates; the marks that Arabic and Hebrew need are
     * not among them.
     */
    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
