package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CorrectedPart;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseType;
import de.kim.events.EntitlementCorrection;
import de.kim.events.Envelope;
import de.kim.events.LegalBasis;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.Profile;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCorrected;
import de.kim.events.ReferralRequested;
import de.kim.kit.web.FrontDoor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What was recorded wrongly is put right, and it can be seen that it was wrong. */
class CorrectionTest extends RunningReferrals {
    private static final String TEST =
            """
            {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
             "dispensable": false}
            """;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void the_right_entitlement_takes_the_place_of_the_wrong_one() {
        String id = requested(Map.of());
        assertThat(
                        correct(
                                id,
                                """
                                {"reason": "WRONG_DOCUMENT",
                                 "entitlement": {"legalBasis": "COOPERATION_PLAN_5A",
                                  "entitledOn": "2026-01-16", "lapsesOn": "2026-12-10"}}
                                """))
                .isEqualTo(204);
        JsonNode view = get(BODY, path(id)).json();
        assertThat(view.path("legalBasis").asString()).isEqualTo("COOPERATION_PLAN_5A");
        assertThat(view.path("entitledOn").asString()).isEqualTo("2026-01-16");
        assertThat(view.path("lapsesOn").asString()).isEqualTo("2026-12-10");
        assertThat(said(id, 2).getLast().event())
                .isEqualTo(
                        new ReferralCorrected(
                                UUID.fromString(id),
                                CorrectionReason.WRONG_DOCUMENT,
                                List.of(CorrectedPart.ENTITLEMENT),
                                new EntitlementCorrection(
                                        LegalBasis.OBLIGED_JOBCENTER,
                                        LocalDate.of(2026, 1, 15),
                                        LegalBasis.COOPERATION_PLAN_5A,
                                        LocalDate.of(2026, 1, 16),
                                        LocalDate.of(2026, 12, 10)),
                                TODAY));
        assertThat(dueOn(id)).containsExactly("2026-12-10");
        // the day of the lapse was wrong, too
        correct(
                id,
                """
                {"reason": "TYPING_ERROR", "entitlement": {"legalBasis": "COOPERATION_PLAN_5A",
                 "entitledOn": "2026-01-16"}}
                """);
        assertThat(dueOn(id)).isEmpty();
        assertThat(get(BODY, path(id) + "/export").json().path("history")).hasSize(3);
    }

    @Test
    void the_right_result_of_the_test_follows_the_correction() {
        String id = requested(Map.of());
        assertThat(post(path(id) + "/placement-test", TEST).status()).isEqualTo(204);
        String right = TEST.replace("GENERAL", "LITERACY");
        String body = "{\"reason\": \"MIXED_UP\", \"test\": %s}".formatted(right);
        assertThat(correct(id, body)).isEqualTo(204);
        assertThat(events(id, 4))
                .extracting(it -> (Object) it.getClass())
                .containsExactly(
                        ReferralRequested.class,
                        PlacementTestRecorded.class,
                        ReferralCorrected.class,
                        PlacementTestRecorded.class);
        assertThat(((PlacementTestRecorded) events(id, 4).getLast()).recommendedType())
                .isEqualTo(CourseType.LITERACY);
        assertThat(get(BODY, path(id)).json().at("/test/recommendedType").asString())
                .isEqualTo("LITERACY");
        // the same again was right already
        assertThat(correct(id, body)).isEqualTo(204);
        assertThat(get(BODY, path(id)).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void the_right_name_and_birth_date_make_another_profile_and_what_was_wrong_is_kept() {
        String id = requested(Map.of("birthDate", "1990-05-17", "note", "a note"));
        String body =
                """
                {"reason": "TYPING_ERROR", "remark": "misread the seven",
                 "identity": {"surname": "Muster-Richtig", "firstName": "Probe",
                  "birthDate": "1960-05-17"}}
                """;
        assertThat(correct(id, body)).isEqualTo(204);
        List<PublicEvent> said = events(id, 3);
        assertThat(((ReferralCorrected) said.get(1)).parts()).containsExactly(CorrectedPart.PERSON);
        assertThat(said.get(2)).isInstanceOf(ReferralAmended.class);
        eventually(
                () ->
                        assertThat(WIRE.profiles(UUID.fromString(id)))
                                .extracting(Profile::version)
                                .endsWith(2L));
        JsonNode person = get(BODY, path(id) + "/export").json().path("person");
        assertThat(person.at("/identity/surname").asString()).isEqualTo("Muster-Richtig");
        assertThat(person.at("/freeText/note").asString()).isEqualTo("a note");
        assertThat(person.at("/freeText/remarks/0/text").asString()).isEqualTo("misread the seven");
        assertThat(said.toString()).doesNotContain("Muster-Richtig", "misread");
        assertThat(versions(id, "IDENTITY")).containsExactly(1L, 2L);
        assertThat(readings(id)).contains("CORRECTION");
        // a later amendment leaves it right
        assertThat(post(path(id) + "/amendment", SampleBodies.amendment("03404000")).status())
                .isEqualTo(204);
        assertThat(get(BODY, path(id) + "/export").json().at("/person/identity/surname").asString())
                .isEqualTo("Muster-Richtig");
    }

    @Test
    void by_the_right_number_somebody_is_known_again() {
        String number = "987654321012";
        String first = requested(Map.of("surname", "Muster-Zweimal", "centralNumber", number));
        String second = requested(Map.of("surname", "Muster-Zweimal"));
        assertThat(
                        correct(
                                second,
                                """
                                {"reason": "WRONG_DOCUMENT", "numbers": {"centralNumber": "%s"},
                                 "registration": {"nationalities": ["SY"]}}
                                """
                                        .formatted(number)))
                .isEqualTo(204);
        assertThat(
                        jdbc.queryForList(
                                "select referral_id::text from vault.possible_duplicate"
                                        + " where ?::uuid in (referral_id, other_referral_id)",
                                String.class,
                                first))
                .isNotEmpty();
        assertThat(
                        get(BODY, path(second) + "/export")
                                .json()
                                .at("/person/registration/nationalities/0")
                                .asString())
                .isEqualTo("SY");
    }

    @Test
    void the_right_attributes_are_a_new_version_of_the_profile() {
        String id = requested(Map.of());
        String body =
                """
                {"reason": "MISUNDERSTOOD",
                 "attributes": {"gender": "MALE", "municipality": "03404000",
                  "nationalityGroup": "SYRIA", "languages": ["ar"], "childcareNeeded": false,
                  "accessibilityNeeded": false, "available": []}}
                """;
        assertThat(correct(id, body)).isEqualTo(204);
        assertThat(((ReferralCorrected) events(id, 3).get(1)).parts())
                .containsExactly(CorrectedPart.PERSON);
        assertThat(correct(id, body)).isEqualTo(204);
        assertThat(get(BODY, path(id)).header("ETag")).isEqualTo("\"2\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\": \"OTHER\"} | 422 | NOTHING_TO_CORRECT",
                "{\"reason\": \"OTHER\", \"remark\": \"only this\"} | 422 | NOTHING_TO_CORRECT",
                "{\"reason\": \"OTHER\", \"identity\": {\"birthDate\": \"1990-05-17\"}} | 400 | INVALID_INPUT",
                "{\"reason\": \"OTHER\", \"identity\": {\"surname\": \"M\", \"birthDate\": \"2015-05-17\"}} | 422 | TOO_YOUNG",
                "{\"reason\": \"OTHER\", \"entitlement\": {\"legalBasis\": \"ADMITTED_44_4\", \"entitledOn\": \"2026-03-01\"}} | 422 | LEGAL_BASIS_CLOSED",
                "{\"reason\": \"OTHER\", \"test\": {\"testedOn\": \"2026-01-20\", \"recommendedType\": \"GENERAL\", \"recommendedSection\": 1, \"dispensable\": false}} | 409 | TEST_NOT_RECORDED",
                "{\"entitlement\": {\"legalBasis\": \"OBLIGED_ABH\", \"entitledOn\": \"2026-03-01\"}} | 400 | INVALID_INPUT"
            })
    void what_is_no_correction_is_refused(String body, int status, String code) {
        String id = requested(Map.of());
        FrontDoor.Reply reply = post(path(id) + "/correction", body);
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(get(BODY, path(id)).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void another_body_corrects_nothing_and_reads_nothing() {
        String id = requested(Map.of());
        String body = "{\"reason\": \"OTHER\", \"numbers\": {\"fileNumber\": \"X-1\"}}";
        assertThat(as("massarbeit").post(path(id) + "/correction", body).code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(readings(id)).isEmpty();
        assertThat(post(path(id) + "/withdrawal", "{\"reason\": \"OTHER\"}").status())
                .isEqualTo(204);
        assertThat(post(path(id) + "/correction", body).code()).isEqualTo("ALREADY_WITHDRAWN");
        assertThat(versions(id, "FILE_NUMBERS")).containsExactly(1L);
        post(path(id) + "/erasure", "{}");
        assertThat(post(path(id) + "/correction", body).code()).isEqualTo("PERSON_ERASED");
    }

    private List<PublicEvent> events(String id, int count) {
        return said(id, count).stream().map(Envelope::event).toList();
    }

    private List<String> dueOn(String id) {
        return jdbc.queryForList(
                "select due_on::text from task"
                        + " where referral_id = ?::uuid and kind = 'SECURE_ENTITLEMENT'",
                String.class,
                id);
    }

    private List<Long> versions(String id, String dataClass) {
        return jdbc.queryForList(
                "select version from vault.document"
                        + " where referral_id = ?::uuid and data_class = ? order by 1",
                Long.class,
                id,
                dataClass);
    }

    private List<String> readings(String id) {
        return jdbc.queryForList(
                "select purpose from access_log where referral_id = ?::uuid", String.class, id);
    }

    private int correct(String id, String body) {
        return post(path(id) + "/correction", body).status();
    }

    private String requested(Map<String, String> changes) {
        FrontDoor.Reply reply = post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private static String path(String id) {
        return "/api/referrals/" + id;
    }
}
