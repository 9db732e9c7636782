package de.kim.rules;

import de.kim.rules.InvalidRound.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RoundOutcome#canonicalBytes()} wrote; anything but the same bytes is none. */
final class OutcomeReader {
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<CourseResult> courses = new ArrayList<>();
    private String input = "";
    private int algorithm;

    private OutcomeReader() {}

    static RoundOutcome read(byte[] bytes) {
        RoundOutcome outcome;
        try {
            outcome = new OutcomeReader().outcome(bytes);
        } catch (RuntimeException e) {
            throw new InvalidRound(Code.NOT_CANONICAL, "a word cannot be read");
        }
        if (!Arrays.equals(outcome.canonicalBytes(), bytes)) {
            throw new InvalidRound(Code.NOT_CANONICAL, "the same outcome is written otherwise");
        }
        return outcome;
    }

    private RoundOutcome outcome(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        text.lines().forEach(line -> line(line.split(" ", -1)));
        return new RoundOutcome(algorithm, input, assignments, courses);
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "kim-round-outcome" -> Integer.parseInt(words[1]);
            case "input" -> input = words[1];
            case "algorithm" -> algorithm = Integer.parseInt(words[1]);
            case "course" ->
                    courses.add(
                            new CourseResult(
                                    UUID.fromString(words[1]),
                                    number(words[2]),
                                    number(words[3]),
                                    number(words[4]),
                                    rank(value(words[5]))));
            case "assignment" ->
                    assignments.add(
                            new Assignment(
                                    UUID.fromString(words[1]),
                                    UUID.fromString(value(words[2])),
                                    number(words[3])));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** The name of a value need not be looked at: what is written again has the right one. */
    private static String value(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private static int number(String word) {
        return Integer.parseInt(value(word));
    }

    private static @Nullable Integer rank(String text) {
        return text.equals("none") ? null : Integer.valueOf(text);
    }
}
