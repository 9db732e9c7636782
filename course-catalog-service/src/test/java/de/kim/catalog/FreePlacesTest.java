package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which courses are in the list of free places, and in which order. */
class FreePlacesTest extends FreePlacesAsked {
    @Test
    void a_course_is_listed_while_it_can_be_entered_and_its_provider_is_admitted() {
        UUID cancelled = course(5, Map.of());
        UUID completed = course(5, Map.of());
        UUID running = course(5, Map.of());
        assertThat(listed("full=true")).containsExactly(cancelled, completed, running);
        String started = "{\"startedOn\": \"2026-11-20\", \"started\": [], \"missing\": []}";
        post(provider, "/api/courses/" + cancelled + "/cancellation", "{\"reason\": \"NO_ROOM\"}");
        post(provider, "/api/courses/" + completed + "/start", started);
        post(
                provider,
                "/api/courses/" + completed + "/completion",
                "{\"completedOn\": \"2026-11-21\"}");
        post(provider, "/api/courses/" + running + "/start", started);
        assertThat(listed("full=true")).containsExactly(running);
        post(
                provider,
                "/api/providers/" + provider + "/admission-end",
                "{\"endedOn\": \"2027-01-31\", \"reason\": \"RETURNED\"}");
        assertThat(listed("full=true")).isEmpty();
    }

    @Test
    void the_next_three_months_are_shown_unless_another_window_is_asked_for() {
        UUID soon = begins("2026-11-23", "2027-03-01");
        UUID last = begins("2027-02-23", "2027-03-01");
        UUID late = begins("2027-02-24", "2027-03-01");
        assertThat(listed("full=true")).containsExactly(soon, last);
        assertThat(listed("full=true&from=2027-02-24")).containsExactly(late);
        assertThat(listed("full=true&from=2020-01-01&until=2026-11-23")).containsExactly(soon);
        assertThat(listed("full=true&until=2027-11-23")).containsExactly(soon, last, late);
    }

    @Test
    void a_course_under_way_is_entered_at_its_next_section() {
        UUID course = course(5, Map.of());
        JsonNode place = items("full=true&from=2027-02-02&until=2027-12-31").getFirst();
        assertThat(place.path("courseId").asString()).isEqualTo(course.toString());
        assertThat(place.path("entries")).hasSize(1);
        assertThat(place.path("entries").get(0).path("number").asInt()).isEqualTo(2);
        post(
                provider,
                "/api/courses/" + course + "/reschedule",
                SampleBodies.plan("2027-02-01", "2027-02-28"));
        assertThat(listed("full=true&from=2027-02-02")).isEmpty();
    }

    @Test
    void the_pages_hold_every_course_once_in_the_order_of_their_next_entry() {
        List<UUID> courses = new ArrayList<>();
        for (String day : List.of("2027-01-04", "2027-01-04", "2027-01-05", "2027-01-06")) {
            courses.add(begins(day, "2027-03-01"));
        }
        begins("2026-12-24", "2027-03-01");
        List<UUID> seen = new ArrayList<>();
        String cursor = "";
        do {
            FrontDoor.Reply page = ask("limit=2&full=true&from=2027-01-01" + cursor);
            page.json().path("items").forEach(item -> seen.add(id(item)));
            String next = page.json().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(courses);
    }

    /** The canary: a name, a number and an address that only partners may see. */
    @Test
    void nothing_in_it_is_about_a_person() {
        UUID course = course(3, Map.of());
        post(
                provider,
                "/api/courses/" + course + "/contact",
                """
                {"person": "Canaria Muster", "phone": "0541 777777", "email": "canaria@muster.example"}
                """);
        UUID referral = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        say(1, offered(referral, offer, course));
        capacity(course, 3);
        eventually(() -> assertThat(items("").getFirst().path("free").asInt()).isEqualTo(2));
        for (String form : List.of("", ".csv", ".ics", ".xml")) {
            String text = ask(form, "").text().replace("\r\n ", "");
            assertThat(text)
                    .contains(course.toString(), "kurse@muster.example")
                    .doesNotContainIgnoringCase("canaria")
                    .doesNotContain("777777", referral.toString(), offer.toString());
        }
    }
}
