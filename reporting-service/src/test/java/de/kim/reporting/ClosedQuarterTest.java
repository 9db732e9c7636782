package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Topic;
import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
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
