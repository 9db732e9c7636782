package de.kim.local.path;

/**
 * One place on the road of an event.
 *
 * @param file relative to the repository's root
 * @param line counted from 1
 * @param part what kind of place it is
 * @param what the line itself
 */
public record Stop(String file, int line, Part part, String what) {

    /** The kinds of places, in the order of the road. */
    public enum Part {
        DEFINED("is defined"),
        SAID("is said"),
        HEARD("is heard"),
        REACTED("is answered by a policy"),
        PROJECTED("is shown"),
        TESTED("is tested");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** One line that an editor can jump to. */
    public String text() {
        return "%s:%d  %s: %s".formatted(file, line, part.words, what);
    }
}
