package de.kim.allocation.read;

import de.kim.allocation.read.ClocksRunning.State;
import de.kim.events.ClockKind;
import de.kim.events.approved.Approved;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences about clocks, as a text that people can review. */
class ClockSentencesTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 14);

    @Test
    void every_clock_in_every_state_is_a_sentence_in_german_and_english() {
        List<String> lines = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            for (State state : State.values()) {
                lines.add("[" + kind + " " + state + "]");
                lines.add(ClockSentences.german(kind, state, DUE, null));
                lines.add(ClockSentences.english(kind, state, DUE, null));
                lines.add("");
            }
        }
        lines.add("[with another course]");
        LocalDate begins = LocalDate.of(2027, 1, 11);
        lines.add(ClockSentences.german(ClockKind.SIX_WEEKS, State.WARNED, DUE, begins));
        lines.add(ClockSentences.english(ClockKind.SIX_WEEKS, State.WARNED, DUE, begins));
        lines.add("");
        Approved.check(Path.of("src/test/resources/approved/clocks.txt"), String.join("\n", lines));
    }
}
