package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.testing.AccessTable;
import de.kim.kit.testing.AccessTable.Call;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets what: docs/access/referral-service.md. */
class AccessTest extends RunningReferrals {
    private static final String TEST =
            """
            {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
             "dispensable": false}
            """;

    private static final String CORRECTION =
            """
            {"reason": "TYPING_ERROR",
             "entitlement": {"legalBasis": "OBLIGED_JOBCENTER", "entitledOn": "2026-01-16"}}
            """;

    private static final String CONTACT = "{\"purpose\": \"CONTACT\"}";

    private static final String TEST_DATE =
            """
            {"day": "2026-12-01", "begins": "09:00", "municipality": "03404000",
             "address": "Musterweg 1", "accessible": true, "seats": 9}
            """;

    private static final String ENTITLEMENT =
            "{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-11-20\"}";
    private static final String OBJECTION = "{\"about\": \"OFFER\", \"raisedOn\": \"2026-11-23\"}";

    private static final String MISS = "{\"referralId\": \"00000000-0000-4000-8000-0000000000c1\"}";

    private static final String RESULT =
            """
            {"referralId": "00000000-0000-4000-8000-0000000000c1",
             "recommendedType": "GENERAL", "recommendedSection": 1}
            """;
    private static final Map<String, String> BORN = Map.of("birthDate", "1990-02-28");

    @Autowired private ApplicationContext context;
    private long numbers = 1;

    @Test
    void everybody_gets_what_the_approved_table_says() {
        String form = SampleBodies.referral(Map.of());
        UUID course = UUID.randomUUID();
        String participants = "/api/participants?courseId=" + course;
        scheduled(course, "traeger-01");
        eventually(() -> assertThat(get("traeger-01", participants).status()).isEqualTo(200));
        new AccessTable("referral-service", context, port())
                .call("POST /api/referrals", () -> Call.post("/api/referrals", form))
                .call("GET /api/referrals", () -> Call.list("/api/referrals", referral()))
                .call("GET /api/referrals/{id}", () -> Call.get(path("")))
                .call(
                        "POST /api/referrals/{id}/amendment",
                        () -> Call.post(path("/amendment"), SampleBodies.amendment("03459024")))
                .call(
                        "POST /api/referrals/{id}/placement-test",
                        () -> Call.post(path("/placement-test"), TEST))
                .call(
                        "POST /api/referrals/{id}/wishes",
                        () -> Call.post(path("/wishes"), "{\"wishes\": [], \"onlyWishes\": false}"))
                .call(
                        "POST /api/referrals/{id}/interest-confirmation",
                        () -> Call.post(path("/interest-confirmation"), "{}"))
                .call(
                        "POST /api/referrals/{id}/withdrawal",
                        () -> Call.post(path("/withdrawal"), "{\"reason\": \"OTHER\"}"))
                .call(
                        "POST /api/referrals/{id}/entitlements",
                        () -> Call.post(path("/entitlements"), ENTITLEMENT))
                .call(
                        "POST /api/referrals/{id}/entitlements/{entitlementId}/end",
                        () -> {
                            String id = referral();
                            return Call.post(
                                    "/api/referrals/%s/entitlements/%s/end".formatted(id, id),
                                    "{\"reason\": \"REVOKED\"}");
                        })
                .call(
                        "POST /api/referrals/{id}/entry-error",
                        () -> Call.post(path("/entry-error"), "{}"))
                .call(
                        "POST /api/birth-date-checks",
                        () ->
                                Call.post(
                                        "/api/birth-date-checks",
                                        check(referral(BORN), "1990-02-28")))
                .call(
                        "POST /api/referrals/{id}/consent",
                        () -> Call.post(path("/consent"), CONTACT))
                .call(
                        "POST /api/referrals/{id}/consent-revocation",
                        () -> Call.post(path("/consent-revocation"), CONTACT))
                .call("POST /api/referrals/{id}/erasure", () -> Call.post(path("/erasure"), "{}"))
                .call("GET /api/referrals/{id}/export", () -> Call.get(path("/export")))
                .call("GET /api/referrals/{id}/access-log", () -> Call.get(path("/access-log")))
                .call("GET /api/participants", () -> Call.get(participants))
                .call(
                        "GET /api/contacts/{referralId}",
                        () -> Call.get("/api/contacts/" + referral() + "?purpose=OFFER"))
                .call(
                        "POST /api/referrals/{id}/correction",
                        () -> Call.post(path("/correction"), CORRECTION))
                .call(
                        "POST /api/referral-drafts",
                        () -> Call.post("/api/referral-drafts", "{\"firstName\": \"Probe\"}"))
                .call(
                        "GET /api/referral-drafts",
                        () -> Call.list("/api/referral-drafts", draft().substring(21)))
                .call("GET /api/referral-drafts/{id}", () -> Call.get(draft()))
                .call("PUT /api/referral-drafts/{id}", () -> Call.put(draft(), "{}"))
                .call("DELETE /api/referral-drafts/{id}", () -> Call.delete(draft()))
                .call(
                        "POST /api/referral-drafts/{id}/submit",
                        () -> Call.post(draft() + "/submit", "{}"))
                .call("GET /api/worklist", () -> Call.list("/api/worklist", referral()))
                .call(
                        "POST /api/worklist/interest-confirmations",
                        () ->
                                Call.post(
                                        "/api/worklist/interest-confirmations",
                                        "{\"referralIds\": [\"%s\"]}".formatted(referral())))
                .call("GET /api/objections", () -> Call.list("/api/objections", objection()))
                .call(
                        "POST /api/referrals/{id}/objections",
                        () -> Call.post(path("/objections"), OBJECTION))
                .call(
                        "POST /api/referrals/{id}/objections/{objectionId}/outcome",
                        () -> {
                            String id = referral();
                            return Call.post(
                                    "/api/referrals/%s/objections/%s/outcome"
                                            .formatted(id, objection(id)),
                                    "{\"outcome\": \"UPHELD\", \"decidedOn\": \"2026-11-23\"}");
                        })
                .call("GET /api/test-dates", () -> Call.list("/api/test-dates", testDate()))
                .call("POST /api/test-dates", () -> Call.post("/api/test-dates", TEST_DATE))
                .call("GET /api/test-dates/{id}", () -> Call.get(ofDate("")))
                .call(
                        "GET /api/hosted-test-dates",
                        () -> Call.list("/api/hosted-test-dates", testDate()))
                .call(
                        "POST /api/test-dates/{id}/cancellation",
                        () -> Call.post(ofDate("/cancellation"), "{}"))
                .call("POST /api/test-dates/{id}/misses", () -> Call.post(ofDate("/misses"), MISS))
                .call(
                        "POST /api/test-dates/{id}/results",
                        () -> Call.post(ofDate("/results"), RESULT))
                .call(
                        "POST /api/referrals/{id}/test-booking",
                        () -> Call.post(path("/test-booking"), seat()))
                .call(
                        "POST /api/referrals/{id}/test-move",
                        () -> Call.post(path("/test-move"), seat()))
                .call(
                        "POST /api/referrals/{id}/test-return",
                        () -> Call.post(path("/test-return"), "{}"))
                .call(
                        "GET /api/possible-duplicates",
                        () -> Call.list("/api/possible-duplicates", possibleDuplicate()))
                .call(
                        "POST /api/possible-duplicates/{id}/decision",
                        () ->
                                Call.post(
                                        "/api/possible-duplicates/"
                                                + possibleDuplicate()
                                                + "/decision",
                                        "{\"same\": false}"))
                .check();
    }

    /** Two people under one central number. */
    private String possibleDuplicate() {
        Map<String, String> number = Map.of("centralNumber", "%012d".formatted(numbers++));
        String second = "";
        for (int people = 0; people < 2; people++) {
            second = referral(number);
        }
        return jdbc.queryForList(
                        "select id::text from vault.possible_duplicate where referral_id = ?::uuid",
                        String.class,
                        second)
                .getFirst();
    }

    private static String check(String referralId, String birthDate) {
        return """
                {"referralId": "%s", "birthDate": "%s", "salt": "%s"}"""
                .formatted(referralId, birthDate, "s".repeat(22));
    }

    private String objection() {
        return objection(referral());
    }

    private String objection(String referralId) {
        return post("/api/referrals/" + referralId + "/objections", OBJECTION)
                .json()
                .path("objectionId")
                .asString();
    }

    /** A new one of the first provider. */
    private String testDate() {
        return as("traeger-01")
                .post("/api/test-dates", TEST_DATE)
                .json()
                .path("testDateId")
                .asString();
    }

    private String ofDate(String command) {
        return "/api/test-dates/" + testDate() + command;
    }

    private String seat() {
        return "{\"testDateId\": \"%s\"}".formatted(testDate());
    }

    /** A new one of the jobcenter. */
    private String referral() {
        return referral(Map.of());
    }

    private String referral(Map<String, String> changes) {
        return post("/api/referrals", SampleBodies.referral(changes))
                .json()
                .path("referralId")
                .asString();
    }

    /** A new draft of the jobcenter, as its path. */
    private String draft() {
        return post("/api/referral-drafts", SampleBodies.referral(Map.of())).header("Location");
    }

    private String path(String command) {
        return "/api/referrals/" + referral() + command;
    }
}
