package de.kim.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.local.load.ImportFile;
import de.kim.local.load.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final List<ImportFile> files = Sample.files(TODAY);

    @Test
    void the_network_has_twenty_bodies_eleven_of_them_providers() {
        assertThat(Sample.bodies()).hasSize(20);
        assertThat(files.get(0).rows()).hasSize(11);
    }

    @Test
    void there_are_at_least_forty_courses_and_three_hundred_referrals() {
        assertThat(files.get(1).rows()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(files.get(2).rows()).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void every_course_type_and_every_legal_basis_occurs() {
        assertThat(values(files.get(1), "courseType"))
                .contains(names(de.kim.events.CourseType.values()));
        assertThat(values(files.get(2), "legalBasis"))
                .contains(names(de.kim.events.LegalBasis.values()));
    }

    @Test
    void mistakes_are_part_of_it_and_only_the_planned_ones_cannot_be_read() {
        assertThat(files.get(0).rejected()).isEmpty();
        assertThat(files.get(1).rejected()).isEmpty();
        assertThat(files.get(2).rejected()).hasSize(2);
    }

    /** Whoever is referred twice is linked, and the story counts people who wait. */
    @Test
    void nobody_is_in_it_twice_but_in_rows_that_no_service_takes() {
        var refused = Set.of("AZ-90001", "AZ-90002", "AZ-90005", "AZ-90006");
        assertThat(
                        files.get(2).rows().stream()
                                .map(Row::fields)
                                .filter(row -> !refused.contains(row.path("fileNumber").asString()))
                                .map(
                                        row ->
                                                row.path("surname").asString()
                                                        + row.path("firstName").asString()
                                                        + row.path("birthDate").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_is_marked_as_invented() {
        assertThat(values(files.get(0), "name")).allMatch(name -> name.contains("(Beispiel)"));
        assertThat(values(files.get(2), "email"))
                .allMatch(mail -> mail.isEmpty() || mail.endsWith("@muster.example"));
    }

    private static String[] names(Enum<?>[] constants) {
        return java.util.Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }

    private static Set<String> values(ImportFile file, String column) {
        return file.rows().stream()
                .map(Row::fields)
                .map(fields -> fields.path(column).asString(""))
                .collect(Collectors.toSet());
    }
}
