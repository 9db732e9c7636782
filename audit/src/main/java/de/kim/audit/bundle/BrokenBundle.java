package de.kim.audit.bundle;

/** The bundle cannot be read on; the message says why, in a sentence for people. */
final class BrokenBundle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    BrokenBundle(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
