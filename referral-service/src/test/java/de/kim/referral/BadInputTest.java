package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered with a 4xx and a code, and leaves nothing behind. */
class BadInputTest extends RunningReferrals {
    private static final String LONG = "x".repeat(100_000);
    private static final String UNKNOWN = "/api/referrals/" + UUID.randomUUID();

    static Stream<Arguments> fieldsAgainstTheForm() {
        return Stream.of(
                        bad("surname", "", "   ", 7, true, List.of("a"), LONG, "a\u0000b", "a\nb"),
                        bad("firstName", "", "a\u202Eb"),
                        bad(
                                "birthDate",
                                null,
                                "",
                                "1990-02-29",
                                "28.02.1990",
                                "00.13.1990",
                                "1990-00-28",
                                "00.00.0000",
                                "00.00.1899",
                                "0.0.1990",
                                "+999999999-01-01",
                                19900228),
                        bad("fileNumber", "", LONG, 12),
                        bad("note", "", LONG, 12, "a\u0000b"),
                        bad("email", "no address", "a@b@c", LONG, "a@b.de\r\nBcc: c@d.de"),
                        bad("phone", "call me", "1", "1".repeat(31)),
                        bad("preferredLanguage", null, "", "german", "DE"),
                        bad("gender", null, "", "female", "OTHER", 0),
                        bad("municipality", null, "0340400", "0340400a", "034040001", 3404000),
                        bad("nationalityGroup", null, "ATLANTIS"),
                        bad("languages", null, "ar", List.of("arabic"), Arrays.asList("ar", null)),
                        bad("childcareNeeded", null, "true", 1),
                        bad("accessibilityNeeded", null, "no"),
                        bad(
                                "available",
                                null,
                                "MONDAY",
                                List.of(1),
                                time("MONDAY", "12:00", "08:00")),
                        bad(
                                "available",
                                time("MONDAY", "25:00", "26:00"),
                                time("MON", "08:00", "09:00")),
                        bad(
                                "available",
                                List.of(Map.of("day", "MONDAY")),
                                time("MONDAY", "8", "9")),
                        bad("legalBasis", null, "NONE", 3),
                        bad("entitledOn", null, "2026-13-01", "0000-00-00", -1),
                        bad("lapsesOn", "never", "-999999999-01-01"),
                        bad(
                                "wishes",
                                "traeger-01",
                                List.of(Map.of()),
                                List.of(Map.of("providerId", LONG))),
                        bad("wishes", List.of(Map.of("providerId", "traeger-01", "courseId", "1"))),
                        bad("onlyWishes", "true", 1),
                        bad("consent", "yes"),
                        bad("unknownField", "x"))
                .flatMap(each -> each);
    }

    @Test
    void nobody_is_referred_without_a_name_and_everything_that_is_missing_is_said_at_once() {
        Map<String, @Nullable Object> change = new HashMap<>();
        for (String field : List.of("surname", "firstName")) {
            change.put(field, null);
        }
        FrontDoor.Reply reply = refused(400, () -> post("/api/referrals", referral(change)));
        assertThat(missing(reply)).containsExactly("surname");
        for (String field : List.of("birthDate", "gender", "childcareNeeded", "legalBasis")) {
            change.put(field, null);
        }
        change.remove("surname");
        assertThat(missing(refused(400, () -> post("/api/referrals", referral(change)))))
                .containsExactly("birthDate", "gender", "childcareNeeded", "legalBasis");
    }

    private static String referral(Map<String, ? extends @Nullable Object> change) {
        return SampleBodies.referral(change);
    }

    private static List<String> missing(FrontDoor.Reply reply) {
        return reply.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void fieldsAgainstTheForm(String field, @Nullable Object value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        refused(400, () -> post("/api/referrals", SampleBodies.referral(change)));
    }

    @ParameterizedTest
    @CsvSource({
        "birthDate,2026-11-24,BIRTH_DATE_OUT_OF_RANGE",
        "birthDate,1900-01-01,BIRTH_DATE_OUT_OF_RANGE",
        "birthDate,2015-01-01,TOO_YOUNG",
        "birthDate,00.00.2026,TOO_YOUNG",
        "birthDate,00.12.2010,TOO_YOUNG",
        "birthDate,00.12.2026,BIRTH_DATE_OUT_OF_RANGE",
        "birthDate,00.00.1904,BIRTH_DATE_OUT_OF_RANGE",
        "entitledOn,2026-11-24,ENTITLEMENT_IN_FUTURE",
        "entitledOn,1999-01-01,DATE_BEFORE_2005",
        "lapsesOn,2026-11-22,ENTITLEMENT_LAPSED",
        "lapsesOn,2200-01-01,LAPSE_OUT_OF_RANGE"
    })
    void fields_against_a_rule_are_refused_with_its_code(String field, String value, String code) {
        String body = SampleBodies.referral(Map.of(field, value));
        assertThat(refused(422, () -> post("/api/referrals", body)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"street\": \"Beispielweg 1\", \"postCode\": \"49074\"}",
                "{\"street\": \"\", \"postCode\": \"49074\", \"town\": \"Osnabrück\"}",
                "{\"street\": \"a\\nb\", \"postCode\": \"49074\", \"town\": \"Osnabrück\"}",
                "{\"street\": \"Beispielweg 1\", \"postCode\": \"4907\", \"town\": \"Osnabrück\"}"
            })
    void a_postal_address_is_whole_or_refused(String address) {
        String body =
                SampleBodies.referral(Map.of("postalAddress", "ADDRESS"))
                        .replace("\"ADDRESS\"", address);
        refused(400, () -> post("/api/referrals", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "null", "1", "\"x\"", "{\"a\":", "{} {}", "\u0000"})
    void what_is_no_json_object_is_refused(String body) {
        refused(400, () -> post("/api/referrals", body));
    }

    @Test
    void half_a_character_is_refused() {
        String half = SampleBodies.referral(Map.of("surname", "HALF")).replace("HALF", "\\ud800");
        refused(400, () -> post("/api/referrals", half));
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        String huge = SampleBodies.referral(Map.of("surname", "x".repeat(3_000_000)));
        refused(413, () -> post("/api/referrals", huge));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"😀 Muster", "محمد", "שלום", "Ǩăŕåmë", "O'Neill; drop table", "=1+1", "李"})
    void names_in_every_script_are_welcome_and_stay_as_they_are(String surname) {
        var reply = post("/api/referrals", SampleBodies.referral(Map.of("surname", surname)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String id = reply.json().path("referralId").asString();
        var contact = get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        assertThat(contact.json().path("name").asString()).isEqualTo("Sample " + surname);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "placement-test|{\"testedOn\": \"2026-01-20\", \"recommendedType\": \"GENERAL\","
                        + " \"recommendedSection\": 1, \"dispensable\": false}",
                "wishes|{\"wishes\": [], \"onlyWishes\": false}",
                "entitlements|{\"legalBasis\": \"SELF_PAYER\", \"entitledOn\": \"2026-01-20\"}",
                "entitlements/00000000-0000-4000-8000-000000000000/end|{\"reason\": \"REVOKED\"}",
                "withdrawal|{\"reason\": \"OTHER\"}",
                "interest-confirmation|{}",
                "consent|{\"purpose\": \"CONTACT\"}",
                "consent-revocation|{\"purpose\": \"CONTACT\"}",
                "erasure|{}",
                "entry-error|{}"
            })
    void what_does_not_exist_cannot_be_changed(String command, String body) {
        refused(404, () -> post(UNKNOWN + "/" + command, body));
        refused(404, () -> post("/api/referrals/no-id/" + command, body));
    }

    @Test
    void what_does_not_exist_cannot_be_read() {
        assertThat(get(BODY, UNKNOWN).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get(BODY, "/api/referrals/1").status()).isEqualTo(404);
        assertThat(get(BODY, UNKNOWN + "/export").code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get(BODY, UNKNOWN + "/access-log").code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get("kim", "/api/contacts/" + UUID.randomUUID() + "?purpose=OFFER").status())
                .isEqualTo(404);
        assertThat(get("kim", UNKNOWN.replace("referrals", "contacts") + "?purpose=X").status())
                .isEqualTo(400);
        assertThat(get(BODY, "/api/referrals?cursor=x").status()).isEqualTo(400);
        assertThat(get(BODY, "/api/referrals?limit=0").status()).isEqualTo(400);
    }

    @Test
    void a_command_in_the_wrong_state_is_a_conflict() {
        String id = requested("a-" + UUID.randomUUID());
        String path = "/api/referrals/" + id;
        assertThat(post(path + "/withdrawal", "{\"reason\": \"OTHER\"}").status()).isEqualTo(204);
        var reply = refused(409, () -> post(path + "/interest-confirmation", "{}"));
        assertThat(reply.code()).isEqualTo("ALREADY_WITHDRAWN");
    }

    @Test
    void a_key_used_for_another_request_is_refused_and_the_same_request_answered_again() {
        String key = UUID.randomUUID().toString();
        String body = SampleBodies.referral(Map.of());
        String id = requested(key, body);
        assertThat(requested(key, body)).isEqualTo(id);
        String other = SampleBodies.referral(Map.of("surname", "Other"));
        var reply = refused(422, () -> as(BODY).post("/api/referrals", other, key));
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private String requested(String key) {
        return requested(key, SampleBodies.referral(Map.of()));
    }

    private String requested(String key, String body) {
        FrontDoor.Reply reply = as(BODY).post("/api/referrals", body, key);
        assertThat(reply.status()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    /** The answer is this problem, and afterwards nothing more is stored than before. */
    private FrontDoor.Reply refused(int status, Supplier<FrontDoor.Reply> request) {
        List<Long> before = stored();
        FrontDoor.Reply reply = request.get();
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isNotEmpty();
        assertThat(stored()).isEqualTo(before);
        return reply;
    }

    private static Stream<Arguments> bad(String field, @Nullable Object... values) {
        return Arrays.stream(values).map(value -> Arguments.of(field, value));
    }

    private static List<Map<String, String>> time(String day, String from, String to) {
        return List.of(Map.of("day", day, "from", from, "to", to));
    }
}
