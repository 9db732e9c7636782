package de.kim.rules;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import de.kim.events.approved.Approved;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The sentences that people are told, as a text that people can review. */
class ReasonsTest {
    private static final UUID COURSE = new UUID(0, 1);
    private final List<String> lines = new ArrayList<>();

    private void say(String when, CourseReason reason, boolean offered) {
        lines.add("[" + when + "]");
        lines.add(Reasons.german(reason, offered));
        lines.add(Reasons.english(reason, offered));
        lines.add("");
    }

    @Test
    void every_reason_is_a_sentence_in_german_and_english() {
        lines.add("[the order]");
        lines.add(Reasons.orderInGerman());
        lines.add(Reasons.orderInEnglish());
        lines.add("");
        for (Exclusion exclusion : Exclusion.values()) {
            say(exclusion.name(), new CourseReason(COURSE, List.of(exclusion), null, null), false);
        }
        say(
                "two exclusions",
                new CourseReason(
                        COURSE,
                        List.of(Exclusion.CHILDCARE_MISSING, Exclusion.TOO_FAR),
                        null,
                        null),
                false);
        say("offered", new CourseReason(COURSE, List.of(), 3, 7), true);
        say("behind the cut-off", new CourseReason(COURSE, List.of(), 12, 7), false);
        say("at the cut-off, got a better one", new CourseReason(COURSE, List.of(), 7, 7), false);
        say("places left, got a better one", new CourseReason(COURSE, List.of(), 3, null), false);
        say("no place was free", new CourseReason(COURSE, List.of(), 3, 0), false);
        say("offered by override", new CourseReason(COURSE, List.of(), null, null), true);
        say("not above the held place", new CourseReason(COURSE, List.of(), null, null), false);
        Approved.check(Path.of("src/test/resources/reasons.txt"), String.join("\n", lines));
    }
}
