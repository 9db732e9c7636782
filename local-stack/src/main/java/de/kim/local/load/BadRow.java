package de.kim.local.load;

/**
 * A row that cannot be sent; the sentence says what is wrong with which column. It quotes cells
 * that anybody may have written, and is shown in a terminal: nothing in it commands that.
 */
public final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    public BadRow(String sentence) {
        super(shown(sentence));
    }

    /** What is wrong, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    private static String shown(String sentence) {
        var shown = sentence.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "\u2026";
    }
}
