package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Auditors read for a purpose and for a time, and whoever answers for the data sees it. */
class AuditCaseTest extends Reporting {
    private static final String PURPOSE = "random check of the quarter";

    /** Nobody else's, so that each test begins without a case. */
    private final String body = "revision-" + UUID.randomUUID();

    private FrontDoor auditor;

    @BeforeEach
    void signIn() {
        auditor = FrontDoor.of(port, body, Role.AUDITOR);
    }

    @Test
    void without_a_case_an_auditor_reads_nothing() {
        FrontDoor.Reply reply = auditor.get("/api/projection");
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("AUDIT_CASE_MISSING");
        open(json(PURPOSE, null, null, null));
        assertThat(auditor.get("/api/projection").status()).isEqualTo(200);
        assertThat(
                        FrontDoor.of(port, body + "-colleague", Role.AUDITOR)
                                .get("/api/projection")
                                .code())
                .isEqualTo("AUDIT_CASE_MISSING");
    }

    @Test
    void a_referrer_who_audits_too_needs_a_case_and_a_coordinator_who_does_not() {
        assertThat(
                        FrontDoor.of(port, body, Role.REFERRER, Role.AUDITOR)
                                .get("/api/report/quarters")
                                .code())
                .isEqualTo("AUDIT_CASE_MISSING");
        assertThat(
                        FrontDoor.of(port, body, Role.COORDINATOR, Role.AUDITOR)
                                .get("/api/report/quarters")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_case_has_an_end_of_thirty_days_at_the_latest() {
        assertThat(auditor.post("/api/audit-cases", json(PURPOSE, null, null, days(31))).code())
                .isEqualTo("AUDIT_CASE_PERIOD_INVALID");
        assertThat(auditor.post("/api/audit-cases", json(PURPOSE, null, null, days(-1))).code())
                .isEqualTo("AUDIT_CASE_PERIOD_INVALID");
        assertThat(auditor.post("/api/audit-cases", json(" ", null, null, null)).code())
                .isEqualTo("INVALID_INPUT");
        open(json(PURPOSE, null, null, days(0)));
        jdbc.update("update audit_case set until = until - 1 where account = ?", body);
        assertThat(auditor.get("/api/projection").code()).isEqualTo("AUDIT_CASE_MISSING");
    }

    @Test
    void a_long_case_waits_for_the_coordinator() {
        JsonNode opened = open(json(PURPOSE, null, null, days(30)));
        assertThat(opened.hasNonNull("grantedAt")).isFalse();
        assertThat(auditor.get("/api/projection").code()).isEqualTo("AUDIT_CASE_MISSING");
        String grant = "/api/audit-cases/" + opened.path("caseId").asString() + "/grant";
        assertThat(FrontDoor.of(port, body, Role.COORDINATOR).post(grant, "{}").code())
                .isEqualTo("AUDIT_CASE_FOUR_EYES");
        FrontDoor.Reply granted = door.post(grant, "{}");
        assertThat(granted.json().path("grantedBy").asString()).isEqualTo("koordination");
        assertThat(door.post(grant, "{}").json()).isEqualTo(granted.json());
        assertThat(auditor.get("/api/projection").status()).isEqualTo(200);
        assertThat(door.post("/api/audit-cases/" + UUID.randomUUID() + "/grant", "{}").code())
                .isEqualTo("AUDIT_CASE_NOT_FOUND");
    }

    @Test
    void a_case_covers_what_it_is_about() {
        story();
        open(json(PURPOSE, "2026Q4", referral, null));
        assertThat(auditor.get("/api/referrals/" + referral + "/timeline").status()).isEqualTo(200);
        assertThat(auditor.get("/api/referrals/" + UUID.randomUUID() + "/timeline").code())
                .isEqualTo("AUDIT_CASE_MISSING");
        assertThat(auditor.get("/api/report?quarter=2026Q4").code())
                .isEqualTo("AUDIT_CASE_MISSING");
        open(json(PURPOSE, "2026Q4", null, null));
        assertThat(auditor.get("/api/report?quarter=2026Q4").status()).isEqualTo(200);
        assertThat(auditor.get("/api/report?quarter=2026Q3").code())
                .isEqualTo("AUDIT_CASE_MISSING");
    }

    @Test
    void the_owner_sees_what_was_asked_of_the_own_referrals() {
        story();
        open(json(PURPOSE, null, null, null));
        auditor.get("/api/referrals/" + referral + "/timeline?asOf=2099-01-01T00:00:00Z");
        auditor.get("/api/projection");
        List<JsonNode> own = log("jobcenter-stadt");
        assertThat(own)
                .extracting(entry -> entry.path("endpoint").asString())
                .containsExactly("GET /api/referrals/{id}/timeline", "GET /api/projection");
        JsonNode first = own.getFirst();
        assertThat(first.path("referralId").asString()).isEqualTo(referral.toString());
        assertThat(first.path("purpose").asString()).isEqualTo(PURPOSE);
        assertThat(first.hasNonNull("account")).isFalse();
        assertThat(first.hasNonNull("path")).isFalse();
        assertThat(log("masarbeit"))
                .extracting(entry -> entry.path("endpoint").asString())
                .containsExactly("GET /api/projection");
        JsonNode whole = log("koordination").getFirst();
        assertThat(whole.path("account").asString()).isEqualTo(body);
        assertThat(whole.path("path").asString()).contains("timeline?asOf=2099");
    }

    private List<JsonNode> log(String reader) {
        return FrontDoor.of(port, reader)
                .get("/api/audit-log?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("body").asString().equals(body))
                .toList();
    }

    private JsonNode open(String json) {
        FrontDoor.Reply reply = auditor.post("/api/audit-cases", json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static LocalDate days(int ahead) {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(ahead);
    }

    private static String json(
            String purpose,
            @Nullable String quarter,
            @Nullable UUID referral,
            @Nullable LocalDate until) {
        return "{\"purpose\":\"%s\",\"quarter\":%s,\"referralId\":%s,\"until\":%s}"
                .formatted(purpose, quoted(quarter), quoted(referral), quoted(until));
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
