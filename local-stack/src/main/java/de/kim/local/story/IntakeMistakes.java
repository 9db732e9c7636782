package de.kim.local.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What goes wrong where people are referred, with referrals made for it. */
record IntakeMistakes(Desk desk) {
    private static final String BODY = "jobcenter-stadt";
    private static final String OTHER_BODY = "massarbeit";
    private static final UUID NO_COURSE = new UUID(0, 1);
    private static final Map<String, Object> NOTHING = Map.of();

    List<Mistake> all() {
        var mistakes = new ArrayList<>(referring());
        mistakes.addAll(testing(refer("untested")));
        mistakes.add(withdrawn(refer("withdrawn")));
        mistakes.add(enteredInError(refer("in-error")));
        mistakes.add(
                new Mistake(
                        Desk.REFERRAL,
                        "PERSON_ERASED",
                        BODY,
                        of(erased(), "interest-confirmation"),
                        NOTHING));
        mistakes.addAll(objecting(refer("objects")));
        mistakes.addAll(correcting(refer("corrected")));
        mistakes.add(notToBeReached(refer("not-to-be-reached")));
        mistakes.addAll(new TwoBodies(desk).all());
        mistakes.addAll(new Entitled(desk).all());
        return mistakes;
    }

    /** What is asked of the referral of somebody who sits in a course. */
    Mistake completed(String referralId, String body) {
        return new Mistake(
                Desk.REFERRAL,
                "ALREADY_COMPLETED",
                body,
                of(referralId, "interest-confirmation"),
                NOTHING);
    }

    private List<Mistake> referring() {
        var today = desk.today();
        var wish = Map.of("providerId", "traeger-01");
        return List.of(
                request("ENTITLEMENT_IN_FUTURE", Map.of("entitledOn", today.plusDays(1))),
                request("DATE_BEFORE_2005", Map.of("entitledOn", "2004-12-31")),
                request("LAPSE_OUT_OF_RANGE", Map.of("lapsesOn", today.minusDays(31))),
                request("ENTITLEMENT_LAPSED", Map.of("lapsesOn", today.minusDays(1))),
                request("BIRTH_DATE_OUT_OF_RANGE", Map.of("birthDate", today.plusDays(1))),
                request("WISH_TWICE", Map.of("wishes", List.of(wish, wish))),
                request("WISHES_MISSING", Map.of("onlyWishes", true)));
    }

    private List<Mistake> testing(String referralId) {
        return List.of(
                test("TEST_IN_FUTURE", referralId, desk.today().plusDays(1).toString(), 1),
                test("SECTION_OUT_OF_RANGE", referralId, desk.today().toString(), 8),
                new Mistake(
                        Desk.REFERRAL,
                        "WITHDRAWAL_REASON_RESERVED",
                        BODY,
                        of(referralId, "withdrawal"),
                        Map.of("reason", "RETENTION_ENDED")),
                new Mistake(
                        Desk.REFERRAL,
                        "REFERRAL_NOT_FOUND",
                        OTHER_BODY,
                        "/api/referrals/" + referralId),
                new Mistake(
                        Desk.REFERRAL,
                        "COURSE_NOT_FOUND",
                        "traeger-01",
                        "/api/participants?courseId=" + NO_COURSE));
    }

    /** An objection that was rejected. */
    private List<Mistake> objecting(String referralId) {
        var path = of(referralId, "objections");
        var objection = Map.of("about", "NO_OFFER", "raisedOn", desk.today());
        var id =
                desk.post(Desk.REFERRAL, BODY, path, "objection", objection)
                        .json()
                        .path("objectionId")
                        .asString("");
        var outcome = path + "/" + id + "/outcome";
        desk.post(Desk.REFERRAL, BODY, outcome, "outcome", decided("REJECTED"));
        return List.of(
                new Mistake(
                        Desk.REFERRAL,
                        "OBJECTION_ALREADY_DECIDED",
                        BODY,
                        outcome,
                        decided("UPHELD")),
                new Mistake(
                        Desk.REFERRAL,
                        "OBJECTION_NOT_FOUND",
                        BODY,
                        path + "/" + Desk.UNKNOWN + "/outcome",
                        decided("UPHELD")),
                new Mistake(
                        Desk.REFERRAL,
                        "OBJECTION_DATE_OUT_OF_RANGE",
                        BODY,
                        path,
                        Map.of("about", "OFFER", "raisedOn", desk.today().plusDays(1))));
    }

    /** The date of an entitlement that was mistyped, and what cannot be put right. */
    private List<Mistake> correcting(String referralId) {
        var path = of(referralId, "correction");
        var entitlement =
                Map.of("legalBasis", "OBLIGED_JOBCENTER", "entitledOn", desk.today().minusDays(20));
        desk.post(
                Desk.REFERRAL,
                BODY,
                path,
                "correction",
                Map.of("reason", "TYPING_ERROR", "entitlement", entitlement));
        var test =
                Map.of(
                        "testedOn",
                        desk.today(),
                        "recommendedType",
                        "GENERAL",
                        "recommendedSection",
                        1,
                        "dispensable",
                        false);
        return List.of(
                new Mistake(
                        Desk.REFERRAL,
                        "NOTHING_TO_CORRECT",
                        BODY,
                        path,
                        Map.of("reason", "TYPING_ERROR")),
                new Mistake(
                        Desk.REFERRAL,
                        "TEST_NOT_RECORDED",
                        BODY,
                        path,
                        Map.of("reason", "TYPING_ERROR", "test", test)),
                new Mistake(
                        Desk.REFERRAL,
                        "DRAFT_NOT_FOUND",
                        BODY,
                        "/api/referral-drafts/" + Desk.UNKNOWN));
    }

    private Map<String, Object> decided(String outcome) {
        return Map.of("outcome", outcome, "decidedOn", desk.today());
    }

    private Mistake withdrawn(String referralId) {
        var reason = Map.of("reason", "DUPLICATE");
        desk.post(Desk.REFERRAL, BODY, of(referralId, "withdrawal"), "withdrawal", reason);
        return new Mistake(
                Desk.REFERRAL,
                "ALREADY_WITHDRAWN",
                BODY,
                of(referralId, "wishes"),
                Map.of("wishes", List.of(), "onlyWishes", false));
    }

    private Mistake enteredInError(String referralId) {
        desk.post(Desk.REFERRAL, BODY, of(referralId, "entry-error"), "entry-error", NOTHING);
        return new Mistake(
                Desk.REFERRAL,
                "ENTERED_IN_ERROR",
                BODY,
                of(referralId, "interest-confirmation"),
                NOTHING);
    }

    /**
     * What was sent of an erased person is forgotten, the key of the request too: a story that is
     * told again looks for whom it has erased.
     */
    private String erased() {
        return Pages.all(desk.api(), Desk.REFERRAL, "/api/referrals", BODY).stream()
                .filter(referral -> referral.path("state").asString("").equals("ERASED"))
                .map(referral -> referral.path("referralId").asString(""))
                .findFirst()
                .orElseGet(this::eraseSomebody);
    }

    private String eraseSomebody() {
        var referralId = refer("erased");
        desk.post(Desk.REFERRAL, BODY, of(referralId, "erasure"), "erasure", NOTHING);
        return referralId;
    }

    /** Somebody wants no more mail, and a colleague enters the address again. */
    private Mistake notToBeReached(String referralId) {
        var contact = Map.of("purpose", "CONTACT");
        for (var step : List.of("consent", "consent-revocation")) {
            desk.post(Desk.REFERRAL, BODY, of(referralId, step), step, contact);
        }
        var amendment = person(Map.of("email", "wieder@muster.example"));
        amendment
                .keySet()
                .removeAll(Set.of("surname", "firstName", "birthDate", "legalBasis", "entitledOn"));
        return new Mistake(
                Desk.REFERRAL, "CONTACT_REVOKED", BODY, of(referralId, "amendment"), amendment);
    }

    /** Somebody else each time: whoever is the same is linked. */
    String refer(String name) {
        var birthday = LocalDate.of(1990, 5, 17).plusDays(Math.floorMod(name.hashCode(), 5_000));
        var person = person(Map.of("birthDate", birthday));
        return desk.post(Desk.REFERRAL, BODY, "/api/referrals", name, person)
                .json()
                .path("referralId")
                .asString("");
    }

    private Mistake request(String code, Map<String, Object> wrong) {
        return new Mistake(Desk.REFERRAL, code, BODY, "/api/referrals", person(wrong));
    }

    private static Mistake test(String code, String referralId, String testedOn, int section) {
        return new Mistake(
                Desk.REFERRAL,
                code,
                BODY,
                of(referralId, "placement-test"),
                Map.of(
                        "testedOn",
                        testedOn,
                        "recommendedType",
                        "GENERAL",
                        "recommendedSection",
                        section,
                        "dispensable",
                        false));
    }

    private Map<String, Object> person(Map<String, Object> wrong) {
        return person(desk.today(), wrong);
    }

    /** Somebody invented, with some fields as they are here. */
    static Map<String, Object> person(LocalDate today, Map<String, Object> fields) {
        Map<String, Object> person = new HashMap<>();
        person.put("surname", "Muster-Versehen");
        person.put("firstName", "Probe");
        person.put("birthDate", "1990-05-17");
        person.put("preferredLanguage", "uk");
        person.put("gender", "FEMALE");
        person.put("municipality", "03404000");
        person.put("nationalityGroup", "UKRAINE");
        person.put("languages", List.of("uk"));
        person.put("childcareNeeded", false);
        person.put("accessibilityNeeded", false);
        person.put("available", List.of());
        person.put("legalBasis", "OBLIGED_JOBCENTER");
        person.put("entitledOn", today.minusDays(30));
        person.putAll(fields);
        return person;
    }

    private static String of(String referralId, String what) {
        return "/api/referrals/" + referralId + "/" + what;
    }
}
