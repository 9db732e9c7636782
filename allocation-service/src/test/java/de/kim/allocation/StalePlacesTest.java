package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CancellationReason;
import de.kim.events.CourseCancelled;
import de.kim.events.PlacesConfirmed;
import de.kim.kit.web.FrontDoor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Free places that nobody confirms: warned of, stale, and fresh again. */
class StalePlacesTest extends AllocationTestBase {
    private static final LocalDate SAID = LocalDate.of(2026, 11, 23);

    @Test
    void places_are_warned_of_the_day_before_they_are_stale() {
        UUID courseId = neighbours.schedule(3);
        watchOn(SAID.plusDays(5));
        assertThat(state("traeger-01", courseId)).isEqualTo("RUNNING");
        watchOn(SAID.plusDays(6));
        watchOn(SAID.plusDays(7));
        assertThat(state("traeger-01", courseId)).isEqualTo("WARNED");
        watchOn(SAID.plusDays(8));
        watchOn(SAID.plusDays(8));
        assertThat(state("traeger-01", courseId)).isEqualTo("BREACHED");
        assertThat(stored("CoursePlacesHistory.SoonStale", courseId)).isEqualTo(1);
        assertThat(stored("CoursePlacesHistory.Stale", courseId)).isEqualTo(1);

        neighbours.say(new PlacesConfirmed(courseId, 3, SAID.plusDays(8), 0, "traeger-01"));
        assertThat(state("traeger-01", courseId)).isEqualTo("RUNNING");
        watchOn(SAID.plusDays(16));
        assertThat(stored("CoursePlacesHistory.Stale", courseId)).isEqualTo(2);
    }

    @Test
    void a_provider_sees_its_own_courses_and_one_that_takes_nobody_has_no_clock() {
        UUID courseId = neighbours.schedule(3);
        assertThat(state("koordination", courseId)).isEqualTo("RUNNING");
        assertThat(state("traeger-02", courseId)).isEqualTo("none");
        neighbours.say(new CourseCancelled(courseId, CancellationReason.NO_TEACHER));
        assertThat(state("koordination", courseId)).isEqualTo("none");
    }

    private void watchOn(LocalDate day) {
        clock.set(day.atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant());
        deadlines.watchPlaces();
    }

    private String state(String account, UUID courseId) {
        for (JsonNode item :
                FrontDoor.of(port, account)
                        .get("/api/clocks/places?limit=200")
                        .json()
                        .path("items")) {
            if (item.path("courseId").asString().equals(courseId.toString())) {
                assertThat(item.path("german").asString()).contains("Plätze frei");
                return item.path("state").asString();
            }
        }
        return "none";
    }
}
