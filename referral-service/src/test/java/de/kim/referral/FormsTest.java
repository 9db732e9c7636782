package de.kim.referral;

import de.kim.kit.web.ApprovedOpenApi;
import de.kim.kit.web.BadInput;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that can be wrong with a form, for every form; and what the forms are. */
class FormsTest extends RunningReferrals {
    private static final String WISHES =
            """
            {"wishes": [{"providerId": "traeger-01",
             "courseId": "00000000-0000-4000-8000-0000000000c1"}], "onlyWishes": true}
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
                        true);
        form("/api/referrals", SampleBodies.referral(everything))
                .names("surname", "firstName", "note")
                .optional("fileNumber", "centralNumber", "note", "email", "phone", "lapsesOn")
                .optional("wishes", "onlyWishes", "consent")
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
        form(path + "/wishes", WISHES).optional("wishes.courseId").check();
        form(path + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}").check();
        form(path + "/amendment", SampleBodies.amendment("03404000"))
                .optional("email", "centralNumber")
                .check();
        form(path + "/interest-confirmation", "{}").check();
        form(path + "/consent", "{\"purpose\": \"CONTACT\"}").check();
        form(path + "/consent-revocation", "{\"purpose\": \"REFERRAL\"}").check();
        form(path + "/entry-error", "{}").check();
        form(path + "/erasure", "{}").check();
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
