package de.kim.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() {
        assertThat(Csv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(Csv.cell("+1")).isEqualTo("'+1");
        assertThat(Csv.cell("-x")).isEqualTo("'-x");
        assertThat(Csv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(Csv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(Csv.cell(-1)).isEqualTo("-1");
    }

    @Test
    void commas_quotes_and_line_ends_are_quoted() {
        assertThat(
                        Csv.text(
                                List.of(
                                        List.of("a,b", "say \"x\"", "plain"),
                                        List.of("two\nlines", 1))))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",plain\r\n\"two\nlines\",1\r\n");
    }
}
