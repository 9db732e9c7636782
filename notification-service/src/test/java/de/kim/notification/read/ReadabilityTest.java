package de.kim.notification.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The German is plain, measured by Flesch's formula as Amstad fitted it to German: 180 − words per
 * sentence − 58.5 × syllables per word. 60 and more is easy to read, 30 and less is for academics.
 */
class ReadabilityTest {
    private static final double EASY = 60;
    private static final int LONGEST_SENTENCE = 15;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?:])\\s+");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");
    private static final Pattern SYLLABLE = Pattern.compile("(?i)[aeiouyäöü]+");
    private static final Map<String, Object> ARGUMENTS =
            Map.of(
                    "tries",
                    3,
                    "days",
                    3,
                    "number",
                    1,
                    "day",
                    LocalDate.of(2026, 12, 1),
                    "until",
                    Instant.parse("2026-12-01T17:00:00Z"),
                    "at",
                    Instant.parse("2026-12-01T17:00:00Z"));

    @Test
    void the_german_texts_are_easy_to_read() {
        assertThat(ease(sentences().collect(Collectors.joining(" ")))).isGreaterThan(EASY);
    }

    @Test
    void no_german_sentence_is_long() {
        assertThat(sentences().flatMap(SENTENCE::splitAsStream))
                .allSatisfy(
                        sentence ->
                                assertThat(words(sentence))
                                        .as(sentence)
                                        .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
    }

    /** The measure tells: an office's usual sentence fails it. */
    @Test
    void an_offices_usual_sentence_is_not_easy() {
        assertThat(
                        ease(
                                "Die Inanspruchnahme des Integrationskursplatzes setzt die"
                                        + " fristgerechte Einreichung der Teilnahmebestätigung bei"
                                        + " der zuständigen Ausländerbehörde voraus."))
                .isLessThan(0);
    }

    private static Stream<String> sentences() {
        return Arrays.stream(Text.values())
                .map(text -> Texts.in(Language.DE).say(text, ARGUMENTS))
                .filter(said -> said.endsWith(".") || said.endsWith("?"));
    }

    private static double ease(String text) {
        long sentences = SENTENCE.splitAsStream(text).count();
        String[] words = words(text);
        long syllables =
                Arrays.stream(words)
                        .mapToLong(word -> Math.max(1, SYLLABLE.matcher(word).results().count()))
                        .sum();
        return 180 - (double) words.length / sentences - 58.5 * (double) syllables / words.length;
    }

    private static String[] words(String text) {
        return WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }
}
