package de.kim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KimTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --only nothing",
                "up --quickly",
                "logs nobody",
                "logs -n many",
                "logs -n -1",
                "status now",
                "path",
                "import",
                "audit",
                "audit verify",
                "audit verify no-such-file",
                "audit export --quarter 2026Q4",
                "audit export --quarter 2026Q5 -o file",
                "down --json",
            })
    void a_wrong_call_ends_with_2_and_a_sentence_and_the_way_to_the_help(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString())
                .contains("--help")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo ",
                "up ",
                "down ",
                "status ",
                "token ",
                "logs ",
                "path ",
                "import ",
                "bench ",
                "train ",
                "audit ",
                "audit export ",
                "audit verify "
            })
    void every_command_explains_itself(String command) {
        assertThat(run(command + "--help")).isZero();
        assertThat(out.toString()).contains("Usage: ./kim");
    }

    @Test
    void trouble_ends_with_1_and_is_said_in_plain_words() {
        assertThat(run("path NoSuchEvent")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("No public event is called NoSuchEvent.")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private int run(String line) {
        var arguments = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));
        return Kim.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
