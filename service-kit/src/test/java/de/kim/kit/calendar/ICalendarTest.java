package de.kim.kit.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was written is what a reader of calendars reads. */
class ICalendarTest {
    @Property(tries = 500)
    void any_text_is_read_as_it_was_written(@ForAll("texts") String text) {
        String written = written(text);
        VEvent event = Biweekly.parse(written).first().getEvents().getFirst();
        assertThat(event.getDescription().getValue()).isEqualTo(text);
    }

    @Property(tries = 500)
    void no_line_is_longer_than_75_octets_and_no_character_is_cut(@ForAll("texts") String text) {
        List<String> lines = List.of(written(text).split("\r\n", -1));
        assertThat(lines.getLast()).isEmpty();
        assertThat(lines)
                .allSatisfy(
                        line -> {
                            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
                            assertThat(octets.length).isLessThanOrEqualTo(75);
                            assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(line);
                            assertThat(line).doesNotContain("\n", "\r");
                        });
    }

    /** With what has a meaning in a calendar, and characters of one to four octets. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "\\",
                        ";",
                        ",",
                        "\n",
                        ":",
                        "\"",
                        "END:VEVENT",
                        "ä",
                        "ß",
                        "–",
                        "字",
                        "😀",
                        " ",
                        "n",
                        "\\n",
                        "Alphabetisierungskurs");
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> String.join("", list))
                // readers drop what surrounds a value
                .filter(text -> text.equals(text.strip()) && !text.isEmpty());
    }

    private static String written(String description) {
        ICalendar calendar = new ICalendar();
        calendar.begin("VCALENDAR");
        calendar.raw("VERSION", "2.0");
        calendar.begin("VEVENT");
        calendar.text("DESCRIPTION", description);
        calendar.end("VEVENT");
        calendar.end("VCALENDAR");
        return calendar.toString();
    }
}
