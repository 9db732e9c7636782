package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.AdmissionKind;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.CourseType;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmitted;
import de.kim.events.Section;
import de.kim.events.Topic;
import de.kim.events.Venue;
import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Quarters that were closed, and the report as it was. */
class ClosedQuarterTest extends Reporting {
    private static final LocalDate IN_IT = LocalDate.of(2023, 2, 1);
    private static final String QUARTER = "/api/report/quarters/2023Q1";

    @Test
    void what_partners_were_told_stays_and_what_comes_later_is_a_correction() {
        refer(3);
        awaitReferred("2023Q1", 3);
        JsonNode closed = close("2023Q1");
        assertThat(closed.get("note").stringValue())
                .contains(closed.get("root").stringValue(), "\n" + closed.get("size") + "\n");
        refer(3);
        awaitReferred("2023Q1", 6);

        FrontDoor provider = FrontDoor.of(port, "traeger-01", Role.PROVIDER);
        FrontDoor.Reply told = provider.get(QUARTER);
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.json().at("/funnel/referred").intValue()).isEqualTo(3);
        assertThat(told.json().get("asOf")).isEqualTo(closed.get("size"));
        assertThat(provider.get(QUARTER + "/report.html").text())
                .contains("abgeschlossen am", closed.get("root").stringValue());
        assertThat(provider.get(QUARTER + "/report.csv").text())
                .contains("funnel,referred,count,3,shown");
        assertThat(provider.get("/api/report?quarter=2023Q1").status()).isEqualTo(403);
        assertThat(provider.get(QUARTER + "/corrections").status()).isEqualTo(403);

        assertThat(json(QUARTER + "/corrections").get("corrections"))
                .anySatisfy(
                        one -> {
                            assertThat(one.get("table").stringValue()).isEqualTo("funnel");
                            assertThat(one.get("group").stringValue()).isEqualTo("referred");
                            assertThat(one.get("then").stringValue()).isEqualTo("3");
                            assertThat(one.get("now").stringValue()).isEqualTo("6");
                        });
        assertThat(close("2023Q1")).as("closed again").isEqualTo(closed);
        assertThat(json("/api/report/quarters")).contains(closed);
    }

    @Test
    void a_provider_gets_its_own_page_and_nobody_elses() {
        String id = "traeger-" + course;
        LocalDate begins = LocalDate.of(2018, 5, 2);
        SOURCES.say(
                Topic.COURSES,
                new ProviderAdmitted(
                        id,
                        "Sample provider",
                        List.of(CourseType.GENERAL),
                        AdmissionKind.FIRST,
                        begins,
                        begins,
                        null,
                        null));
        SOURCES.say(
                Topic.COURSES,
                new CourseScheduled(
                        course,
                        id,
                        CourseType.GENERAL,
                        List.of(new Section(1, begins, begins.plusDays(30))),
                        List.of(),
                        new Venue("03404000", 52_279_000, 8_047_000, true),
                        false,
                        false,
                        false,
                        20,
                        null,
                        null,
                        null));
        SOURCES.say(Topic.COURSES, new PlacesConfirmed(course, 20, REGISTERED, null, id));
        SOURCES.say(Topic.COURSES, new CourseStarted(course, begins, 2));
        String open = "/api/report/providers/" + id + "/report.json?quarter=2018Q2";
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                door.get(open).status() == 200
                                        && json(open).at("/page/courses/started").asInt(0) == 1);
        close("2018Q2");
        String page = "/api/report/quarters/2018Q2/providers/" + id;
        FrontDoor own = FrontDoor.of(port, id, Role.PROVIDER);
        JsonNode told = own.get(page).json();
        assertThat(told.at("/page/courses/planned").intValue()).isEqualTo(1);
        assertThat(told.at("/page/name").stringValue()).isEqualTo("Sample provider");
        assertThat(told.at("/page/confirmations/onTime").intValue()).isEqualTo(1);
        assertThat(own.get(page + "/report.html").text()).contains("Sample provider");
        assertThat(own.get(page + "/report.csv").text())
                .contains("providerCourses," + id + ",started,1,shown");
        assertThat(own.get(page + "/report.pdf").status()).isEqualTo(200);
        assertThat(own.get(page + "/report.xlsx").status()).isEqualTo(200);
        FrontDoor other = FrontDoor.of(port, "traeger-99", Role.PROVIDER);
        assertThat(other.get(page).code()).isEqualTo("PROVIDER_UNKNOWN");
        assertThat(other.get(page + "/report.csv").code()).isEqualTo("PROVIDER_UNKNOWN");
        assertThat(other.get("/api/report/quarters/2018Q2").json().get("providerPages")).isEmpty();
        assertThat(own.get("/api/report/quarters/2018Q2").json().get("providerPages")).hasSize(1);
        assertThat(json("/api/report/quarters/2018Q2").get("providerPages")).isNotEmpty();
    }

    @Test
    void counts_of_a_closed_quarter_are_open_data_with_a_dictionary() {
        refer("2017Q2", LocalDate.of(2017, 5, 1), 3);
        close("2017Q2");
        String csv = door.get("/api/open-data/quarters/2017Q2.csv").text();
        assertThat(csv)
                .contains("2017Q2,funnel,referred,count,3,shown")
                .doesNotContain("provider", "jobcenter-stadt", "median");
        assertThat(json("/api/open-data/quarters/2017Q2.json").get("lines")).isNotEmpty();
        assertThat(json("/api/open-data/quarters").toString()).contains("2017Q2");
        assertThat(door.get("/api/open-data/dictionary.csv").text())
                .contains("table,funnel,funnel,", "figure,funnel,count,", "group,,OBLIGED,");
        assertThat(json("/api/open-data/dictionary.json").get("entries")).isNotEmpty();
        assertProblem("/api/open-data/quarters/2016Q1.csv", 404, "QUARTER_NOT_CLOSED");
        assertProblem("/api/open-data/quarters/2017Q2.pdf", 404, "NOT_FOUND");
        assertThat(door.get("/api/report/quarters/2017Q2/bamf.csv").text())
                .contains("bamfObligation,all,referred,3,shown");
    }

    private void refer(String quarter, LocalDate on, int people) {
        for (int i = 0; i < people; i++) {
            request(UUID.randomUUID(), on);
        }
        awaitReferred(quarter, people);
    }

    @Test
    void the_report_as_of_an_instant_knows_nothing_of_what_came_later() {
        for (int i = 0; i < 3; i++) {
            request(UUID.randomUUID(), LocalDate.of(2022, 5, 1));
        }
        awaitReferred("2022Q2", 3);
        JsonNode then = json("/api/report?quarter=2022Q2");
        String instant = close("2022Q2").get("closedAt").stringValue();
        for (int i = 0; i < 3; i++) {
            request(UUID.randomUUID(), LocalDate.of(2022, 5, 1));
        }
        awaitReferred("2022Q2", 6);

        JsonNode past = json("/api/report?quarter=2022Q2&asOf=" + instant);
        assertThat(past).isEqualTo(then);
        assertThat(json("/api/report?quarter=2022Q2&asOf=" + instant))
                .as("whenever asked")
                .isEqualTo(past);
        assertThat(door.get("/api/report.csv?quarter=2022Q2&asOf=" + instant).text())
                .contains("funnel,referred,count,3,shown");
    }

    @Test
    void a_timeline_as_of_an_instant_ends_there() {
        request(referral, LocalDate.of(2021, 5, 1));
        awaitTypes(referral, 1);
        String instant = close("2021Q1").get("closedAt").stringValue();
        SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        awaitTypes(referral, 2);
        String timeline = "/api/referrals/" + referral + "/timeline";
        assertThat(json(timeline).get("events")).hasSize(2);
        assertThat(json(timeline + "?asOf=" + instant).get("events")).hasSize(1);
    }

    @Test
    void what_cannot_be_closed_or_was_never_there_is_refused_by_code() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String running = today.getYear() + "Q" + (today.getMonthValue() + 2) / 3;
        assertThat(door.post("/api/report/quarters/" + running + "/closing", "{}").code())
                .isEqualTo("QUARTER_NOT_OVER");
        assertThat(door.post("/api/report/quarters/2020Q5/closing", "{}").code())
                .isEqualTo("PERIOD_INVALID");
        assertProblem("/api/report/quarters/2001Q1", 404, "QUARTER_NOT_CLOSED");
        assertProblem("/api/report/quarters/2001Q1/report.pdf", 404, "QUARTER_NOT_CLOSED");
        assertProblem("/api/report/quarters/2001", 422, "PERIOD_INVALID");
        assertProblem("/api/report?quarter=2025Q1&asOf=2099-01-01T00:00:00Z", 422, "AS_OF_INVALID");
        assertProblem("/api/report?quarter=2025Q1&asOf=2000-01-01T00:00:00Z", 422, "AS_OF_INVALID");
        assertProblem("/api/report?quarter=2025Q1&asOf=yesterday", 400, "INVALID_INPUT");
    }

    private void refer(int people) {
        for (int i = 0; i < people; i++) {
            request(UUID.randomUUID(), IN_IT);
        }
    }

    private void awaitReferred(String quarter, int people) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                json("/api/report?quarter=" + quarter)
                                                .at("/funnel/referred")
                                                .asInt(0)
                                        == people);
    }

    private JsonNode close(String quarter) {
        FrontDoor.Reply reply = door.post("/api/report/quarters/" + quarter + "/closing", "{}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
