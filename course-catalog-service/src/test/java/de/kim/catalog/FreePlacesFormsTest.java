package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which form free places come, and how often. */
class FreePlacesFormsTest extends FreePlacesAsked {
    @ParameterizedTest
    @CsvSource({
        "application/json,application/json",
        "*/*,application/json",
        "text/csv,text/csv",
        "text/calendar,text/calendar",
        "application/xml,application/xml",
        "'text/csv;q=0.5, text/calendar',text/calendar"
    })
    void the_form_is_the_one_wished_for(String accept, String type) {
        course(3, Map.of());
        FrontDoor.Reply reply = ask("", "full=true", "Accept", accept);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(reply.header("Vary")).contains("Accept");
    }

    @Test
    void a_form_that_does_not_exist_is_refused() {
        assertThat(ask("", "", "Accept", "image/png").code()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(ask("", "", "Accept", "no type").status()).isEqualTo(406);
        assertThat(ask(".pdf", "").code()).isEqualTo("NOT_FOUND");
        assertThat(ask(".CSV", "").code()).isEqualTo("NOT_FOUND");
        assertThat(ask(".csv", "full=true", "Accept", "application/json").status()).isEqualTo(200);
    }

    @Test
    void who_has_seen_it_is_told_that_nothing_changed() {
        UUID course = course(3, Map.of());
        capacity(course, 3);
        eventually(() -> assertThat(listed("")).containsExactly(course));
        for (String form : List.of("", ".csv", ".ics", ".xml")) {
            FrontDoor.Reply first = ask(form, "");
            String etag = first.header("ETag");
            assertThat(etag).as(form).matches("\"[0-9a-f]{64}\"");
            assertThat(first.header("Cache-Control")).contains("public", "max-age=60");
            FrontDoor.Reply again = ask(form, "", "If-None-Match", etag);
            assertThat(again.status()).as(form).isEqualTo(304);
            assertThat(again.text()).isEmpty();
        }
        String etag = ask("").header("ETag");
        say(1, offered(UUID.randomUUID(), UUID.randomUUID(), course));
        eventually(() -> assertThat(ask("", "", "If-None-Match", etag).status()).isEqualTo(200));
    }

    @Test
    void a_feed_is_not_cut() {
        course(1, Map.of());
        jdbc.update(
                """
                insert into course_view (course_id, version, provider_id, course_type, state, begins,
                    plan, childcare, women_only, online, places, scheduled_on, changed_at)
                select gen_random_uuid(), 0, provider_id, course_type, state, begins, plan, childcare,
                    women_only, online, places, scheduled_on, changed_at
                from course_view, generate_series(1, 1000) where provider_id = ?
                """,
                provider);
        jdbc.update(
                """
                insert into course_section (course_id, number, begins, ends)
                select course_id, 1, '2027-02-01', '2027-03-05' from course_view
                where provider_id = ? on conflict do nothing
                """,
                provider);
        try {
            FrontDoor.Reply csv = ask(".csv", "full=true");
            assertThat(csv.status()).isEqualTo(422);
            assertThat(csv.code()).isEqualTo("FEED_TOO_LARGE");
            assertThat(ask(".csv", "full=true&from=2027-02-02").status()).isEqualTo(200);
        } finally {
            jdbc.update("delete from course_view where provider_id = ?", provider);
        }
    }
}
