package de.kim.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.kit.web.input.BirthDate;
import de.kim.kit.web.input.StrictJson;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BirthDateTest {
    @ParameterizedTest
    @CsvSource({
        "1990-05-17, 1990-05-17, 1990-05-17, 1990-05-17",
        "1990-05-00, 1990-05-00, 1990-05-01, 1990-05-31",
        "00.05.1990, 1990-05-00, 1990-05-01, 1990-05-31",
        "00.02.1992, 1992-02-00, 1992-02-01, 1992-02-29",
        "1990-00-00, 1990-00-00, 1990-01-01, 1990-12-31",
        "00.00.1990, 1990-00-00, 1990-01-01, 1990-12-31"
    })
    void what_is_unknown_stays_unknown(
            String written, String kept, LocalDate earliest, LocalDate latest) {
        BirthDate date = BirthDate.of(written);
        assertThat(date.text()).isEqualTo(kept);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date.isExact()).isEqualTo(earliest.equals(latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1990-00-17",
                "1990-13-00",
                "1990-02-30",
                "17.05.1990",
                "00.13.1990",
                "00.00.0000",
                "00.00.1899",
                "1990",
                "1990-5-7",
                ""
            })
    void what_is_no_date_is_none(String written) {
        assertThatThrownBy(() -> BirthDate.of(written)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1990-05-17, 1990-05-17, true",
        "1990-05-17, 1990-05-18, false",
        "1990-05-17, 1990-00-00, false",
        "1990-05-00, 1990-05-31, true",
        "1990-05-00, 1990-05-00, true",
        "1990-05-00, 1990-06-01, false",
        "1990-05-00, 1990-00-00, false",
        "1990-00-00, 1990-01-01, true",
        "1990-00-00, 1990-00-00, true",
        "1990-00-00, 1991-01-01, false"
    })
    void only_what_is_known_is_compared(String known, String said, boolean agrees) {
        assertThat(BirthDate.of(known).agreesWith(BirthDate.of(said))).isEqualTo(agrees);
    }

    record Person(BirthDate born) {}

    @Test
    void in_json_it_is_a_text_and_in_logs_nothing() {
        JsonMapper lenient = new JsonMapper();
        Person person = new Person(BirthDate.of("00.00.1990"));
        assertThat(lenient.writeValueAsString(person)).isEqualTo("{\"born\":\"1990-00-00\"}");
        assertThat(lenient.readValue("{\"born\": \"1990-00-00\"}", Person.class)).isEqualTo(person);
        assertThat(new StrictJson().mapper().readValue("{\"born\": \"00.00.1990\"}", Person.class))
                .isEqualTo(person);
        assertThat(person.toString()).doesNotContain("1990");
    }
}
