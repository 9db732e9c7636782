package de.kim.local.story;

import de.kim.local.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A counselling office refers somebody with a claim; then the jobcenter obliges the same person,
 * enters the course into the cooperation plan as well, and revokes the obligation.
 */
record Entitled(Desk desk) {
    private static final String OFFICE = "mbe-1";
    private static final String BODY = "jobcenter-stadt";

    List<Mistake> all() {
        refer(OFFICE, "counselled", Map.of("legalBasis", "ENTITLED_44_1", "consent", true));
        var obliged = refer(BODY, "obliged", Map.of("legalBasis", "OBLIGED_JOBCENTER"));
        if (!obliged.linked()) {
            throw new Trouble("A person whom two bodies refer was not linked", "See the log.");
        }
        var entitlements = "/api/referrals/" + obliged.id() + "/entitlements";
        var plan = plan(200);
        var planned =
                desk.post(Desk.REFERRAL, BODY, entitlements, "cooperation-plan", plan)
                        .json()
                        .path("entitlementId")
                        .asString("");
        // the first entitlement of a referral has its id
        var obligation = entitlements + "/" + obliged.id() + "/end";
        desk.post(Desk.REFERRAL, BODY, obligation, "revoked", reason("REVOKED"));
        return List.of(
                mistake("ENTITLEMENT_HELD", entitlements, plan(100)),
                mistake("ENTITLEMENT_ALREADY_ENDED", obligation, reason("WITHDRAWN")),
                mistake(
                        "ENTITLEMENT_NOT_LAPSED",
                        entitlements + "/" + planned + "/end",
                        reason("LAPSED")),
                mistake(
                        "ENTITLEMENT_NOT_FOUND",
                        entitlements + "/" + Desk.UNKNOWN + "/end",
                        reason("REVOKED")));
    }

    private record Referred(String id, boolean linked) {}

    private Referred refer(String body, String name, Map<String, Object> basis) {
        Map<String, Object> fields = new HashMap<>(basis);
        fields.put("surname", "Muster-Zweifach");
        fields.put("firstName", "Amira Probe");
        fields.put("birthDate", "1988-03-19");
        var person = IntakeMistakes.person(desk.today(), fields);
        var answer = desk.post(Desk.REFERRAL, body, "/api/referrals", name, person).json();
        return new Referred(
                answer.path("referralId").asString(""), answer.path("linked").asBoolean(false));
    }

    private Map<String, Object> plan(int days) {
        return Map.of(
                "legalBasis", "COOPERATION_PLAN_5A",
                "entitledOn", desk.today(),
                "lapsesOn", desk.today().plusDays(days));
    }

    private static Map<String, Object> reason(String reason) {
        return Map.of("reason", reason);
    }

    private static Mistake mistake(String code, String path, Map<String, Object> content) {
        return new Mistake(Desk.REFERRAL, code, BODY, path, content);
    }
}
