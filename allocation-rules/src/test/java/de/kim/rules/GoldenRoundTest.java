package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.approved.Approved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One round per algorithm version, kept for ever: if a line of these files changes, published
 * decisions can no longer be recomputed. A new rule is a new version with a golden round of its
 * own.
 */
class GoldenRoundTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Salts that are the same ever: only here. */
    private static RoundInput round() {
        Random random = new Random(20261123);
        return RandomRound.of(20261123, 40, 12)
                .salted(() -> "%016x%016x".formatted(random.nextLong(), random.nextLong()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void algorithm_1_gives_the_same_bytes_as_ever() {
        RoundInput input = round();
        Approved.check(GOLDEN.resolve("algorithm-1-input.txt"), text(input.canonicalBytes()));
        RoundOutcome outcome = ClearingRound.decide(input);
        Approved.check(GOLDEN.resolve("algorithm-1-outcome.txt"), text(outcome.canonicalBytes()));
        assertThat(outcome.assignments()).hasSizeGreaterThan(5);
    }

    @Test
    void a_fixed_place_stands_in_the_bytes_and_is_given_first() {
        RoundInput input = round();
        Assignment one = ClearingRound.decide(input).assignments().get(0);
        Person other =
                input.people().stream()
                        .filter(person -> person.held() == null)
                        .filter(person -> !person.referralId().equals(one.referralId()))
                        .findFirst()
                        .orElseThrow();
        RoundInput fixed =
                input.with(new Assignment(other.referralId(), one.courseId(), one.section()));
        String bytes = text(fixed.canonicalBytes());
        assertThat(bytes).startsWith(text(input.canonicalBytes()));
        RoundOutcome outcome = ClearingRound.decide(fixed);
        Approved.check(
                GOLDEN.resolve("algorithm-1-fixed.txt"),
                bytes.substring(text(input.canonicalBytes()).length())
                        + text(outcome.canonicalBytes()));
        assertThat(outcome.assignments()).containsAll(fixed.fixed());
    }
}
