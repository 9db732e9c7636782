package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.approved.Approved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * One round per algorithm version, kept for ever: if a line of these files changes, published
 * decisions can no longer be recomputed. A new rule is a new version with a golden round of its
 * own.
 */
class GoldenRoundTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void algorithm_1_gives_the_same_bytes_as_ever() {
        RoundInput input = RandomRound.of(20261123, 40, 12);
        Approved.check(GOLDEN.resolve("algorithm-1-input.txt"), text(input.canonicalBytes()));
        RoundOutcome outcome = ClearingRound.decide(input);
        Approved.check(GOLDEN.resolve("algorithm-1-outcome.txt"), text(outcome.canonicalBytes()));
        assertThat(outcome.assignments()).hasSizeGreaterThan(5);
    }
}
