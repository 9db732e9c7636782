package de.kim.reporting;

import static org.awaitility.Awaitility.await;

import de.kim.kit.access.Role;
import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets what: docs/access/reporting-service.md. */
class AccessTest extends Reporting {
    @Autowired private ApplicationContext context;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        story();
        await().until(() -> door.get("/api/ledger/checkpoint").status() == 200);
        door.post("/api/report/quarters/2019Q1/closing", "{}");
        String provider = "traeger-" + course;
        new AccessTable("reporting-service", context, port)
                .owner(Role.PROVIDER, provider)
                .call(
                        "GET /api/report/figures/{id}/events",
                        () ->
                                Call.get(
                                        "/api/report/figures/funnel.referred.count/events"
                                                + "?quarter=2026Q4"))
                .call("GET /api/open-data/quarters", () -> Call.get("/api/open-data/quarters"))
                .call(
                        "GET /api/open-data/quarters/{quarter}.{form}",
                        () -> Call.get("/api/open-data/quarters/2019Q1.csv"))
                .call(
                        "GET /api/open-data/dictionary.{form}",
                        () -> Call.get("/api/open-data/dictionary.csv"))
                .call(
                        "GET /api/report/bamf.{form}",
                        () -> Call.get("/api/report/bamf.csv?quarter=2026Q4"))
                .call(
                        "GET /api/report/quarters/{quarter}/bamf.{form}",
                        () -> Call.get("/api/report/quarters/2019Q1/bamf.csv"))
                .call(
                        "GET /api/report/quarters/{quarter}/providers/{id}",
                        () -> Call.get("/api/report/quarters/2019Q1/providers/" + provider))
                .call(
                        "GET /api/report/quarters/{quarter}/providers/{id}/report.{form}",
                        () ->
                                Call.get(
                                        "/api/report/quarters/2019Q1/providers/"
                                                + provider
                                                + "/report.csv"))
                .call(
                        "GET /api/report/providers/{id}/report.{form}",
                        () -> Call.get("/api/report/providers/" + provider + "/report.csv"))
                .call("GET /api/report", () -> Call.get("/api/report?quarter=2026Q4"))
                .call("GET /api/report.{form}", () -> Call.get("/api/report.html?quarter=2026Q4"))
                .call("GET /api/report/quarters", () -> Call.get("/api/report/quarters"))
                .call(
                        "GET /api/report/quarters/{quarter}",
                        () -> Call.get("/api/report/quarters/2019Q1"))
                .call(
                        "GET /api/report/quarters/{quarter}/report.{form}",
                        () -> Call.get("/api/report/quarters/2019Q1/report.csv"))
                .call(
                        "GET /api/report/quarters/{quarter}/corrections",
                        () -> Call.get("/api/report/quarters/2019Q1/corrections"))
                .call(
                        "POST /api/report/quarters/{quarter}/closing",
                        () -> Call.post("/api/report/quarters/2019Q1/closing", "{}"))
                .call(
                        "GET /api/referrals/{id}/timeline",
                        () -> Call.get("/api/referrals/" + referral + "/timeline"))
                .call(
                        "GET /api/referrals/{id}/replay",
                        () -> Call.get("/api/referrals/" + referral + "/replay"))
                .call("GET /api/projection", () -> Call.get("/api/projection"))
                .call(
                        "POST /api/projection/rebuild",
                        () -> Call.post("/api/projection/rebuild", "{}"))
                .call("GET /api/ledger/checkpoint", () -> Call.get("/api/ledger/checkpoint"))
                .call("GET /api/ledger/keys", () -> Call.get("/api/ledger/keys"))
                .call(
                        "POST /api/ledger/keys/rotate",
                        () -> Call.post("/api/ledger/keys/rotate", "{}"))
                .call("GET /api/ledger/inclusion", () -> Call.get("/api/ledger/inclusion?index=0"))
                .call(
                        "GET /api/ledger/consistency",
                        () -> Call.get("/api/ledger/consistency?from=1&to=2"))
                .call("GET /api/ledger/alarms", () -> Call.get("/api/ledger/alarms"))
                .call(
                        "GET /api/ledger/receipt",
                        () -> Call.get("/api/ledger/receipt?referral=" + decided()))
                .call("GET /api/ledger/bundle", () -> Call.get("/api/ledger/bundle?quarter=2026Q4"))
                .check();
    }

    private UUID decided() {
        sayDecision();
        await().until(() -> door.get("/api/ledger/receipt?referral=" + referral).status() == 200);
        return referral;
    }
}
