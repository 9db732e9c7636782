package de.kim.referral;

import de.kim.kit.web.ApprovedOpenApi;
import de.kim.kit.web.BadInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong with a form, for every form; and what the forms are. */
class FormsTest extends RunningReferrals {
    private static final String TEST_DATE =
            """
            {"day": "2026-12-01", "begins": "09:00", "municipality": "03404000",
             "address": "Musterweg 1", "accessible": true, "seats": 99}
            """;

    private static final String WISHES =
            """
            {"wishes": [{"providerId": "traeger-01",
             "courseId": "00000000-0000-4000-8000-0000000000c1"}], "onlyWishes": true}
            """;

    private static final Map<String, Object> REGISTRATION =
            Map.of(
                    "birthPlace",
                    "Musterstadt",
                    "nationalities",
                    List.of("SY", "TR"),
                    "writingAbility",
                    "OTHER_SCRIPT",
                    "schooling",
                    "ISCED_2",
                    "germanLevel",
                    "A1",
                    "feeExempt",
                    true);

    private static final String CORRECTION =
            """
            {"reason": "TYPING_ERROR", "remark": "misread",
             "entitlement": {"legalBasis": "OBLIGED_JOBCENTER", "entitledOn": "2026-01-16",
              "lapsesOn": "2027-01-16"},
             "test": {"testedOn": "2026-01-21", "recommendedType": "GENERAL",
              "recommendedSection": 2, "dispensable": false},
             "identity": {"surname": "Muster", "firstName": "Probe", "birthDate": "1981-04-05"},
             "numbers": {"fileNumber": "SAMPLE-C", "centralNumber": "123456789099"},
             "attributes": {"gender": "MALE", "municipality": "03404000",
              "nationalityGroup": "SYRIA", "languages": ["ar"], "childcareNeeded": false,
              "accessibilityNeeded": false,
              "available": [{"day": "MONDAY", "from": "08:00", "to": "13:00"}]},
             "background": {"schooling": "ISCED_2", "schoolYears": 9, "writingAbility": "LATIN",
              "firstLanguage": "ar", "furtherLanguages": ["en"], "yearOfArrival": 2021}}
            """;

    @Test
    void the_description_of_the_api_is_the_approved_one() {
        ApprovedOpenApi.check(port());
    }

    @Test
    void a_referral() {
        Map<String, Object> everything =
                Map.of(
                        "phone",
                        "0541 123456",
                        "note",
                        "prefers mornings",
                        "centralNumber",
                        "123456789012",
                        "lapsesOn",
                        "2027-01-15",
                        "wishes",
                        List.of(Map.of("providerId", "traeger-01")),
                        "onlyWishes",
                        false,
                        "consent",
                        true,
                        "registration",
                        REGISTRATION);
        form("/api/referrals", SampleBodies.referral(everything))
                .names("surname", "firstName", "note", "registration.birthPlace")
                .optional("surname", "firstName", "registration", "registration.birthPlace")
                .optional("registration.nationalities", "registration.writingAbility")
                .optional("registration.schooling", "registration.germanLevel")
                .optional("registration.feeExempt")
                .optional("fileNumber", "centralNumber", "note", "email", "phone", "lapsesOn")
                .optional("wishes", "onlyWishes", "consent", "testDateId")
                .check();
        form("/api/referrals", SampleBodies.referral(Map.of("testDateId", testDate())))
                .optional("surname", "firstName", "fileNumber", "email", "testDateId")
                .check();
    }

    @Test
    void the_forms_about_a_referral() {
        String path = post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
        String test =
                """
                {"testedOn": "2026-01-20", "recommendedType": "GENERAL",
                 "recommendedSection": 1, "dispensable": false}
                """;
        form(path + "/placement-test", test).check();
        post(path + "/placement-test", test);
        form(path + "/correction", CORRECTION)
                .names("remark")
                .optional("remark", "entitlement", "entitlement.lapsesOn", "test", "numbers")
                .optional("identity", "identity.surname", "identity.firstName", "attributes")
                .optional("numbers.fileNumber", "numbers.centralNumber", "background")
                .optional("background.schooling", "background.schoolYears")
                .optional("background.writingAbility", "background.firstLanguage")
                .optional("background.furtherLanguages", "background.yearOfArrival")
                .check();
        form(path + "/wishes", WISHES).optional("wishes.courseId").check();
        form(path + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}").check();
        form(path + "/amendment", SampleBodies.amendment("03404000"))
                .optional("email", "centralNumber", "fileNumber", "registration")
                .check();
        form(path + "/interest-confirmation", "{}").check();
        form(path + "/consent", "{\"purpose\": \"CONTACT\"}").check();
        form(path + "/consent-revocation", "{\"purpose\": \"REFERRAL\"}").check();
        form(path + "/entry-error", "{}").check();
        form(path + "/erasure", "{}").check();
        form(
                        "/api/worklist/interest-confirmations",
                        "{\"referralIds\": [\"00000000-0000-4000-8000-0000000000c1\"]}")
                .check();
    }

    @Test
    void the_forms_about_objections() {
        String path = post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
        String objection = "{\"about\": \"OFFER\", \"raisedOn\": \"2026-11-23\"}";
        form(path + "/objections", objection).check();
        String id = post(path + "/objections", objection).json().path("objectionId").asString();
        form(
                        path + "/objections/" + id + "/outcome",
                        "{\"outcome\": \"UPHELD\", \"decidedOn\": \"2026-11-23\"}")
                .check();
    }

    @Test
    void the_forms_about_test_dates() {
        String host = "traeger-01";
        BadInput.against(as(host), "/api/test-dates", TEST_DATE.strip())
                .names("address")
                .stored(this::stored)
                .check();
        String date = "/api/test-dates/" + testDate();
        String path = post("/api/referrals", SampleBodies.referral(Map.of())).header("Location");
        String seat = "{\"testDateId\": \"%s\"}".formatted(testDate());
        form(path + "/test-booking", seat).check();
        form(path + "/test-move", seat).check();
        form(path + "/test-return", "{}").check();
        for (String what : List.of("/misses", "/results")) {
            String person = "\"referralId\": \"%s\"".formatted(path.substring(15));
            String more = ", \"recommendedType\": \"GENERAL\", \"recommendedSection\": 1";
            BadInput.against(
                            as(host),
                            date + what,
                            "{" + person + (what.equals("/results") ? more : "") + "}")
                    .stored(this::stored)
                    .check();
        }
        BadInput.against(as(host), date + "/cancellation", "{}").stored(this::stored).check();
    }

    private String testDate() {
        return as("traeger-01")
                .post("/api/test-dates", TEST_DATE)
                .json()
                .path("testDateId")
                .asString();
    }

    @Test
    void the_decision_on_a_possible_duplicate() {
        String number = "4".repeat(12);
        for (int people = 0; people < 2; people++) {
            post("/api/referrals", SampleBodies.referral(Map.of("centralNumber", number)));
        }
        String id =
                as("koordination")
                        .get("/api/possible-duplicates?limit=200")
                        .json()
                        .at("/items/0/id")
                        .asString();
        String path = "/api/possible-duplicates/" + id + "/decision";
        BadInput.against(as("koordination"), path, "{\"same\": false}")
                .stored(this::stored)
                .check();
    }

    private BadInput form(String path, String valid) {
        return BadInput.against(as(BODY), path, valid.strip()).stored(this::stored);
    }
}
