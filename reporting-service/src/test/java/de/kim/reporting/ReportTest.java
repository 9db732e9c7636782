package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.kit.web.ApprovedOpenApi;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
                .startsWith("table,group,figure,value\r\n")
                .contains("utilisation,total");
    }

    @Test
    void bad_input_is_refused_by_code() {
        assertProblem("/api/report?quarter=2026Q5", 422, "PERIOD_INVALID");
        assertProblem("/api/report?from=2026-02-01&until=2026-01-01", 422, "PERIOD_INVALID");
        assertProblem("/api/report?quarter=2026Q1&from=2026-01-01", 422, "PERIOD_INVALID");
        assertProblem("/api/report?from=2026-02-30&until=2026-03-01", 400, "INVALID_PARAMETER");
        assertProblem("/api/report?from=-999999999-01-01&until=2026-03-01", 422, "PERIOD_INVALID");
        assertProblem("/api/referrals/not-a-uuid/timeline", 404, "NOT_FOUND");
        assertProblem("/api/referrals/" + UUID.randomUUID() + "/timeline", 404, "REFERRAL_UNKNOWN");
    }
}
