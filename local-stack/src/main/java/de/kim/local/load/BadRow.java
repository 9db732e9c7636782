package de.kim.local.load;

/** A row that cannot be sent; the sentence says what is wrong with which column. */
public final class BadRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRow(String sentence) {
        super(sentence);
    }

    /** What is wrong, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
