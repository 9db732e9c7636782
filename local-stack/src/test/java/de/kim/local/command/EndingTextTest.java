package de.kim.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.Status;
import de.kim.local.Status.KafkaStatus;
import de.kim.local.Status.MailStatus;
import de.kim.local.Status.PostgresStatus;
import de.kim.local.Status.SignInStatus;
import de.kim.local.story.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EndingTextTest {
    private static final JsonNode NOTHING =
            JsonMapper.shared().readTree("{\"referralId\":\"r\",\"courseId\":\"12345678-x\"}");
    private static final Status STATUS =
            new Status(
                    List.of(),
                    new PostgresStatus("", null, false),
                    new KafkaStatus("", null, false),
                    new MailStatus("", "", null, false),
                    null,
                    new SignInStatus(null, false),
                    "home",
                    Map.of());

    @Test
    void of_many_refused_rows_twenty_are_printed_and_the_rest_is_counted() {
        var text = text(23);

        assertThat(text).contains("row 20 is bad").doesNotContain("row 21 is bad");
        assertThat(text).contains("and 3 more");
    }

    @Test
    void of_twenty_none_is_left_out() {
        assertThat(text(20)).contains("row 20 is bad").doesNotContain("more\n");
    }

    @Test
    void mistakes_are_counted_and_not_listed() {
        assertThat(text(0)).contains("2, each refused with its reason").doesNotContain("NO_TIMES");
    }

    @Test
    void an_exclusion_is_counted_with_all_its_sentences() {
        var decision =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"referralId": "r", "courseId": "12345678-x", "reasons": [
                                 {"courseId": "a", "exclusions": ["CHILDCARE_MISSING", "TOO_FAR"],
                                  "english": "said of both"},
                                 {"courseId": "b", "exclusions": ["CHILDCARE_MISSING"],
                                  "english": "said of one"}]}
                                """);

        assertThat(text(0, decision))
                .containsPattern("2 +You need childcare. This course has none.\\n")
                .containsPattern("1 +The course is too far from where you live.\\n");
    }

    @Test
    void the_round_is_told_with_its_verdict_why_people_wait_and_where_places_are_left() {
        var statement =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"english": "No error was found.", "german": "Kein Fehler.",
                                 "waiting": 9, "matched": 4, "unmatched": 5,
                                 "why": [{"people": 5, "english": "No course fits."}],
                                 "obstacles": [{"people": 4, "english": "There is no childcare."}],
                                 "placesLeft": [{"courseId": "12345678-x", "free": 7, "left": 3,
                                  "why": [{"people": 2, "english": "Too far."}]}]}
                                """);

        assertThat(text(List.of(), List.of(), NOTHING, statement))
                .containsPattern("verdict +No error was found.")
                .containsPattern("got a place offered +4\\n")
                .containsPattern("5 +No course fits.\\n")
                .containsPattern("4 +There is no childcare.\\n")
                .containsPattern("places left +3 in 1 courses\\n")
                .containsPattern("course 12345678 +3 of 7 places left\\n")
                .containsPattern("2 +Too far.\\n");
    }

    @Test
    void it_says_where_the_report_was_written() {
        assertThat(text(0)).containsPattern("the quarter's report +report-2026Q4.pdf\\n");
    }

    private static String text(int rejected) {
        return text(rejected, NOTHING);
    }

    private static String text(int rejected, JsonNode decision) {
        var rows = IntStream.rangeClosed(1, rejected).mapToObj("row %d is bad"::formatted).toList();
        var mistakes = List.of("course-catalog-service NO_TIMES", "course-catalog-service NO_ROOM");
        return text(rows, mistakes, decision, NOTHING);
    }

    private static String text(
            List<String> rows, List<String> mistakes, JsonNode decision, JsonNode statement) {
        var ending =
                new Ending(
                        List.of(), rows, mistakes, NOTHING, statement, NOTHING, List.of(),
                        decision);
        return new EndingText(ending, STATUS, List.of(Path.of("report-2026Q4.pdf"))).text(1.0);
    }
}
