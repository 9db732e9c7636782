package de.kim.rules;

import de.kim.events.Exclusion;
import de.kim.events.approved.Approved;
import de.kim.rules.RoundStatement.Why;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences of a round's statement, as a text that people can review. */
class StatementSentencesTest {
    private final List<String> lines = new ArrayList<>();

    private void say(String when, String german, String english) {
        lines.add("[" + when + "]");
        lines.add(german);
        lines.add(english);
        lines.add("");
    }

    @Test
    void everything_that_a_statement_says_is_a_sentence_in_german_and_english() {
        for (boolean passed : new boolean[] {true, false}) {
            say(
                    passed ? "passed" : "not passed",
                    StatementSentences.germanVerdict(passed),
                    StatementSentences.englishVerdict(passed));
        }
        for (Why why : Why.values()) {
            say(why.name(), StatementSentences.german(why), StatementSentences.english(why));
        }
        say(
                "took another",
                StatementSentences.germanTookAnother(),
                StatementSentences.englishTookAnother());
        for (Exclusion exclusion : Exclusion.values()) {
            say(
                    exclusion.name(),
                    StatementSentences.german(exclusion),
                    StatementSentences.english(exclusion));
        }
        Approved.check(Path.of("src/test/resources/statement.txt"), String.join("\n", lines));
    }
}
