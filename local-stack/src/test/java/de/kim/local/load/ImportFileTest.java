package de.kim.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.local.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEAD = "providerId,name,kind,courseTypes,from,until\n";

    @Test
    void a_relative_date_counts_from_today() {
        var file = csv(HEAD + "traeger-01,Eins,FIRST,GENERAL;LITERACY,today-30,today+365\n");

        var fields = file.rows().get(0).fields();
        assertThat(fields.path("from").asString()).isEqualTo("2026-10-24");
        assertThat(fields.path("until").asString()).isEqualTo("2027-11-23");
        assertThat(fields.path("courseTypes").size()).isEqualTo(2);
    }

    @Test
    void a_bad_row_is_reported_with_its_line_and_the_rest_goes_on() {
        var file =
                csv(
                        HEAD
                                + "traeger-01,Eins,FIRST,GENERAL,today,2027-02-30\ntraeger-02,Zwei,FIRST,GENERAL,today,today+9\n");

        assertThat(file.rejected()).hasSize(1);
        assertThat(file.rejected().get(0).line()).isEqualTo(2);
        assertThat(file.rejected().get(0).why()).contains("until").contains("2027-02-30");
        assertThat(file.rows()).extracting(Row::line).containsExactly(3);
    }

    @Test
    void a_row_with_too_few_cells_is_reported() {
        var file = csv(HEAD + "traeger-01,Eins\ntraeger-02,Zwei,FIRST,GENERAL,today,today+9\n");

        assertThat(file.rejected().get(0).why()).contains("2 cells");
    }

    @Test
    void quotes_commas_and_every_script_arrive_as_they_are() {
        var file =
                csv(
                        HEAD
                                + "traeger-01,\"Schule \"\"Нова\"\", نموذج\",FIRST,GENERAL,today,today+9\n");

        assertThat(file.rows().get(0).fields().path("name").asString())
                .isEqualTo("Schule \"Нова\", نموذج");
    }

    @Test
    void a_postal_address_has_three_parts_or_is_empty() {
        var file =
                csv(
                        """
                        body,legalBasis,postalAddress
                        abh-stadt,OBLIGED_ABH,Beispielweg 1; 49074 ;Osnabrück
                        abh-stadt,OBLIGED_ABH,
                        abh-stadt,OBLIGED_ABH,Beispielweg 1
                        """);

        var address = file.rows().get(0).fields().path("postalAddress");
        assertThat(address.path("street").asString()).isEqualTo("Beispielweg 1");
        assertThat(address.path("postCode").asString()).isEqualTo("49074");
        assertThat(address.path("town").asString()).isEqualTo("Osnabrück");
        assertThat(file.rows().get(1).fields().has("postalAddress")).isFalse();
        assertThat(file.rejected()).extracting(Rejected::line).containsExactly(4);
    }

    @Test
    void columns_of_the_forms_become_parts_of_the_row() {
        var file =
                csv(
                        """
                        body,legalBasis,birthDate,birthPlace,nationalities,feeExempt,schoolYears,furtherLanguages
                        abh-stadt,OBLIGED_ABH,00.00.1990,Musterstadt,SY;TR,true,9,ar;en
                        abh-stadt,OBLIGED_ABH,1990-05-00,,,,,
                        abh-stadt,OBLIGED_ABH,00.13.1990,,,,,
                        """);

        var whole = file.rows().get(0).fields();
        assertThat(whole.path("birthDate").asString()).isEqualTo("1990-00-00");
        assertThat(whole.path("registration").toString())
                .isEqualTo(
                        "{\"birthPlace\":\"Musterstadt\",\"nationalities\":[\"SY\",\"TR\"],\"feeExempt\":true}");
        assertThat(whole.path("background").toString())
                .isEqualTo("{\"schoolYears\":9,\"furtherLanguages\":[\"ar\",\"en\"]}");
        assertThat(whole.has("birthPlace")).isFalse();
        var empty = file.rows().get(1).fields();
        assertThat(empty.path("birthDate").asString()).isEqualTo("1990-05-00");
        assertThat(empty.has("registration")).isFalse();
        assertThat(file.rejected()).extracting(Rejected::line).containsExactly(4);
    }

    @Test
    void a_byte_order_mark_does_not_hide_the_first_column() {
        assertThat(csv("\uFEFF" + HEAD + "traeger-01,Eins,FIRST,GENERAL,today,today+9\n").kind())
                .isEqualTo(Kind.PROVIDERS);
    }

    @Test
    void json_rows_are_taken_as_they_are() {
        var file =
                ImportFile.parse(
                        "people.json",
                        "[{\"legalBasis\":\"OBLIGED_ABH\",\"body\":\"abh-stadt\"}, 7]",
                        TODAY);

        assertThat(file.kind()).isEqualTo(Kind.REFERRALS);
        assertThat(file.rejected()).containsExactly(new Rejected(2, "is no JSON object"));
    }

    @Test
    void a_file_of_no_known_kind_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("a, b");
    }

    @Test
    void what_is_not_utf_8_is_refused(@TempDir Path folder) throws Exception {
        var file = Files.write(folder.resolve("latin.csv"), new byte[] {'a', (byte) 0xE4, '\n'});

        assertThatThrownBy(() -> ImportFile.read(file, TODAY))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("UTF-8");
    }

    private static ImportFile csv(String text) {
        return ImportFile.parse("some.csv", text, TODAY);
    }
}
