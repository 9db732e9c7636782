package de.kim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                "audit receipt",
                "audit counterfactual bundle.zip",
                "audit counterfactual bundle.zip --rulebook no-such-file",
                "audit receipt nobody",
                "report",
                "report --quarter 2026Q5",
                "report --quarter 2026Q4 --form docx",
                "report --quarter 2026Q4 --form pdf",
                "report --quarter 2026Q4 --lang fr",
                "report --quarter 2026Q4 --bamf",
                "report --quarter 2026Q4 --provider ..",
                "report --quarter 2026Q4 --bamf --provider traeger-01",
                "report --quarter 2026Q4 -o no-such-folder/report.pdf",
                "backup",
                "restore",
                "backup one two",
                "down --json",
                "simulate --scope mars",
                "simulate --years 0",
                "simulate --seed x",
                "simulate --rulebook 7",
                "simulate --rulebook 1,radius-km=far",
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
                "backup ",
                "restore ",
                "bench ",
                "simulate ",
                "train ",
                "report ",
                "audit ",
                "audit export ",
                "audit receipt ",
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

    @Test
    void a_simulated_district_prints_its_table_and_writes_pictures(@TempDir Path folder) {
        assertThat(run("simulate --scope district --seed 7 --out " + folder.resolve("new")))
                .isZero();
        assertThat(out.toString()).contains("| rulebook 1 |", "| first come, first served |");
        assertThat(folder.resolve("new"))
                .isDirectoryContaining("glob:**/waiting.svg")
                .isDirectoryContaining("glob:**/figures.csv");
    }

    @Test
    void a_simulation_overwrites_no_file_with_a_folder(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("taken"), "mine");
        assertThat(run("simulate --out " + file)).isEqualTo(1);
        assertThat(err.toString()).contains("is no folder").doesNotContain("Exception");
        assertThat(file).hasContent("mine");
    }

    private int run(String line) {
        var arguments = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));
        return Kim.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
