package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.web.ApprovedOpenApi;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The report as its readers get it. */
class ReportTest extends Reporting {
    @Test
    void the_description_of_the_api_is_the_approved_one() {
        ApprovedOpenApi.check(port);
    }

    @Test
    void the_report_counts_three_referrals_and_hides_two() {
        for (int i = 0; i < 3; i++) {
            request(UUID.randomUUID(), LocalDate.of(2025, 2, 3));
        }
        for (int i = 0; i < 2; i++) {
            request(UUID.randomUUID(), LocalDate.of(2024, 2, 3));
        }
        await().untilAsserted(
                        () ->
                                assertThat(
                                                json("/api/report?quarter=2025Q1")
                                                        .at("/funnel/referred")
                                                        .intValue())
                                        .isEqualTo(3));
        JsonNode report = json("/api/report?from=2024-01-01&until=2024-12-31");
        assertThat(report.at("/funnel/referred").isNumber()).isFalse();
        assertThat(report.at("/funnel/suppressed/0").stringValue()).isEqualTo("referred");
        assertThat(json("/api/report?quarter=2025Q1").at("/waiting/count").intValue()).isEqualTo(3);
    }

    @Test
    void the_report_shows_utilisation_and_comes_as_csv_too() {
        story();
        JsonNode report = json("/api/report?quarter=2026Q4");
        assertThat(report.at("/utilisation/total/capacity").intValue()).isPositive();
        assertThat(report.get("definitions").size()).isPositive();
        var csv =
                door.send(
                        door.request("/api/report?quarter=2026Q4")
                                .header("Accept", "text/csv")
                                .build());
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text())
                .startsWith("table,group,figure,value,state\r\n")
                .contains("utilisation,total");
    }

    @ParameterizedTest
    @CsvSource({
        "json,application/json",
        "csv,text/csv",
        "html,text/html",
        "pdf,application/pdf",
        "xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    void the_form_is_said_by_the_address_or_by_the_header(String ending, String type) {
        var named = door.get("/api/report." + ending + "?quarter=2025Q4");
        assertThat(named.status()).as(named.text()).isEqualTo(200);
        assertThat(named.header("Content-Type")).startsWith(type);
        var wished =
                door.send(
                        door.request("/api/report?quarter=2025Q4").header("Accept", type).build());
        assertThat(wished.status()).as(wished.text()).isEqualTo(200);
        assertThat(wished.header("Content-Type")).startsWith(type);
    }

    @Test
    void the_page_speaks_the_language_asked_for_or_accepted() {
        assertThat(page("", "en-GB,de;q=0.5")).contains("<html lang=\"en\">");
        assertThat(page("&lang=de", "en-GB")).contains("<html lang=\"de\">");
        assertThat(page("&lang=fr", "fr")).contains("<html lang=\"de\">");
    }

    private String page(String and, String accepted) {
        return door.send(
                        door.request("/api/report.html?quarter=2025Q4" + and)
                                .header("Accept-Language", accepted)
                                .build())
                .text();
    }

    @Test
    void a_figure_opens_the_events_behind_it_page_by_page() {
        for (int i = 0; i < 3; i++) {
            request(UUID.randomUUID(), LocalDate.of(2015, 2, 3));
        }
        String figure = "/api/report/figures/%s/events?quarter=2015Q1&limit=2";
        String all = figure.formatted("funnel.referred.count");
        await().untilAsserted(() -> assertThat(json(all).get("nextCursor").isString()).isTrue());
        JsonNode first = json(all);
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/type").stringValue())
                .isEqualTo("kim.referrals.referral-requested.v1");
        JsonNode second = json(all + "&cursor=" + first.get("nextCursor").stringValue());
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.path("nextCursor").isString()).isFalse();
        assertThat(json(figure.formatted("obligation.OBLIGED.referred")).get("items")).hasSize(2);
        assertThat(json(figure.formatted("funnel.started.count")).get("items")).isEmpty();
        assertProblem(figure.formatted("rounds.all.holding"), 404, "FIGURE_UNKNOWN");
    }

    @Test
    void bad_input_is_refused_by_code() {
        assertProblem("/api/report?quarter=2026Q5", 422, "PERIOD_INVALID");
        assertProblem("/api/report?from=2026-02-01&until=2026-01-01", 422, "PERIOD_INVALID");
        assertProblem("/api/report?quarter=2026Q1&from=2026-01-01", 422, "PERIOD_INVALID");
        assertProblem("/api/report?from=2026-02-30&until=2026-03-01", 400, "INVALID_INPUT");
        assertProblem("/api/report?quarter=2099Q1", 422, "PERIOD_IN_FUTURE");
        assertProblem("/api/report.pdf?quarter=2099Q1", 422, "PERIOD_IN_FUTURE");
        assertProblem("/api/report.docx?quarter=2025Q1", 404, "NOT_FOUND");
        assertProblem("/api/report?from=-999999999-01-01&until=2026-03-01", 422, "PERIOD_INVALID");
        assertProblem("/api/referrals/not-a-uuid/timeline", 404, "NOT_FOUND");
        assertProblem("/api/referrals/" + UUID.randomUUID() + "/timeline", 404, "REFERRAL_UNKNOWN");
    }
}
