package de.kim.reporting;

import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets what: docs/access/reporting-service.md. */
class AccessTest extends Reporting {
    @Autowired private ApplicationContext context;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        story();
        new AccessTable("reporting-service", context, port)
                .call("GET /api/report", () -> Call.get("/api/report?quarter=2026Q4"))
                .call(
                        "GET /api/referrals/{id}/timeline",
                        () -> Call.get("/api/referrals/" + referral + "/timeline"))
                .call("GET /api/projection", () -> Call.get("/api/projection"))
                .call(
                        "POST /api/projection/rebuild",
                        () -> Call.post("/api/projection/rebuild", "{}"))
                .check();
    }
}
