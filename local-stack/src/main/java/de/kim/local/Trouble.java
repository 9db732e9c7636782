package de.kim.local;

import java.util.List;

/**
 * Something the person at the keyboard has to know: one plain sentence, what to do about it, and,
 * where a process died, the last lines of its log. Shown as it is, never with a stack trace.
 */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String advice;
    private final List<String> logTail;

    public Trouble(String sentence, String advice) {
        this(sentence, advice, List.of());
    }

    public Trouble(String sentence, String advice, List<String> logTail) {
        super(sentence);
        this.advice = advice;
        this.logTail = List.copyOf(logTail);
    }

    /** The same kind of trouble with its technical cause kept for whoever catches it in a test. */
    public Trouble(String sentence, String advice, Throwable cause) {
        super(sentence, cause);
        this.advice = advice;
        this.logTail = List.of();
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }

    /** The last lines of the log of the process concerned; empty where there is none. */
    public List<String> logTail() {
        return logTail;
    }

    /** Everything a person needs, in reading order. */
    public String text() {
        var text = new StringBuilder(String.valueOf(getMessage())).append('\n').append(advice);
        logTail.forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }
}
