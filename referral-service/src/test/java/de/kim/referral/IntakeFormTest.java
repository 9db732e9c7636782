package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AgeBand;
import de.kim.events.Profile;
import de.kim.kit.web.FrontDoor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The fields of the authorities' forms, and people whom they do not fit. */
class IntakeFormTest extends RunningReferrals {
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
                    "NONE",
                    "feeExempt",
                    true);

    @Test
    void the_whole_registration_form_is_kept_exported_and_in_no_event() {
        String id = requested(Map.of("registration", REGISTRATION));
        JsonNode registration = person(id).path("registration");
        assertThat(registration.path("birthPlace").asString()).isEqualTo("Musterstadt");
        assertThat(registration.path("nationalities")).hasSize(2);
        assertThat(registration.path("writingAbility").asString()).isEqualTo("OTHER_SCRIPT");
        assertThat(registration.path("schooling").asString()).isEqualTo("ISCED_2");
        assertThat(registration.path("germanLevel").asString()).isEqualTo("NONE");
        assertThat(registration.path("feeExempt").asBoolean()).isTrue();
        assertThat(said(id, 1).toString()).doesNotContain("Musterstadt", "ISCED_2", "OTHER_SCRIPT");
        assertThat(log(id)).contains("REGISTRATION");
    }

    @Test
    void what_is_not_known_yet_comes_later() {
        String id = requested(without("fileNumber"));
        assertThat(person(id).has("registration")).isFalse();
        String amendment =
                SampleBodies.amendment("03404000")
                        .replaceFirst(
                                "\\{",
                                """
                                {"fileNumber": "SAMPLE-LATER",
                                 "registration": {"birthPlace": "Musterstadt"},
                                """);
        assertThat(post(path(id) + "/amendment", amendment).status()).isEqualTo(204);
        assertThat(person(id).at("/registration/birthPlace").asString()).isEqualTo("Musterstadt");
        assertThat(person(id).at("/fileNumbers/fileNumber").asString()).isEqualTo("SAMPLE-LATER");
        // where nothing is said, nothing is new
        String again = SampleBodies.amendment("03404000");
        assertThat(post(path(id) + "/amendment", again).status()).isEqualTo(204);
        assertThat(person(id).at("/registration/birthPlace").asString()).isEqualTo("Musterstadt");
        assertThat(person(id).at("/fileNumbers/fileNumber").asString()).isEqualTo("SAMPLE-LATER");
    }

    @Test
    void the_form_of_the_placement_test_is_kept_beside_its_result() {
        String id = requested(Map.of());
        String test =
                """
                {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
                 "dispensable": true,
                 "background": {"schooling": "ISCED_3", "schoolYears": 12, "writingAbility": "LATIN",
                  "firstLanguage": "ckb", "furtherLanguages": ["ar", "en"], "yearOfArrival": 2021}}
                """;
        assertThat(post(path(id) + "/placement-test", test).status()).isEqualTo(204);
        JsonNode background = person(id).path("background");
        assertThat(background.path("schooling").asString()).isEqualTo("ISCED_3");
        assertThat(background.path("schoolYears").asInt()).isEqualTo(12);
        assertThat(background.path("firstLanguage").asString()).isEqualTo("ckb");
        assertThat(background.path("furtherLanguages")).hasSize(2);
        assertThat(background.path("yearOfArrival").asInt()).isEqualTo(2021);
        assertThat(get(BODY, path(id)).json().at("/test/dispensable").asBoolean()).isTrue();
        assertThat(said(id, 2).toString()).doesNotContain("ckb", "ISCED_3");
    }

    @ParameterizedTest
    @CsvSource({"surname", "firstName"})
    void whoever_has_one_name_only_has_either_of_the_two(String absent) {
        String id = requested(without(absent));
        assertThat(person(id).path("identity").has(absent)).isFalse();
        JsonNode recipient = get("kim", "/api/contacts/" + id + "?purpose=OFFER").json();
        assertThat(recipient.path("name").asString()).doesNotContain("null").isNotBlank();
        assertThat(recipient.path("name").asString())
                .isEqualTo(recipient.path("name").asString().strip());
    }

    /** One name and a birth date are too little to be sure. */
    @Test
    void two_people_of_one_name_are_not_linked_but_asked_about() {
        Map<String, @Nullable Object> mira = without("surname");
        mira.put("firstName", "Miraneva");
        mira.put("birthDate", "1988-04-05");
        mira.put("fileNumber", null);
        requested(mira);
        FrontDoor.Reply second =
                as("massarbeit").post("/api/referrals", SampleBodies.referral(mira));
        assertThat(second.json().path("linked").asBoolean()).isFalse();
        assertThat(possibleDuplicates(second.json().path("referralId").asString())).isEqualTo(1);
    }

    @Test
    void a_surname_of_forty_letters_is_a_surname() {
        String name = "Muster" + "-Beispielhaft".repeat(2) + "-Probenam";
        assertThat(name).hasSize(41);
        String id = requested(Map.of("surname", name));
        assertThat(person(id).at("/identity/surname").asString()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "00.00.1990, 1990-00-00, 1990-03-04, 1991-01-01",
        "1990-00-00, 1990-00-00, 00.00.1990, 00.00.1989",
        "00.05.1990, 1990-05-00, 1990-05-31, 1990-06-01"
    })
    void an_unknown_day_of_birth_is_kept_as_such_and_compared_as_far_as_it_is_known(
            String written, String kept, String right, String wrong) {
        String id = requested(Map.of("birthDate", written));
        assertThat(person(id).at("/identity/birthDate").asString()).isEqualTo(kept);
        assertThat(matches(id, right)).isTrue();
        assertThat(matches(id, wrong)).isFalse();
    }

    @Test
    void a_known_day_is_not_met_by_an_unknown_one() {
        String id = requested(Map.of("birthDate", "1990-05-17"));
        assertThat(matches(id, "00.00.1990")).isFalse();
        assertThat(matches(id, "1990-05-17")).isTrue();
    }

    /** On the day of the tests, 23 November 2026, the last possible birthday is still to come. */
    @ParameterizedTest
    @CsvSource({
        "00.00.2008, FROM_16_TO_17",
        "00.11.2008, FROM_16_TO_17",
        "00.10.2008, FROM_18_TO_26",
        "00.00.2009, FROM_16_TO_17"
    })
    void where_the_day_is_unknown_the_last_possible_one_counts(String born, AgeBand band) {
        String id = requested(Map.of("birthDate", born));
        eventually(() -> assertThat(WIRE.profiles(UUID.fromString(id))).isNotEmpty());
        assertThat(WIRE.profiles(UUID.fromString(id)))
                .extracting(Profile::ageBand)
                .containsOnly(band);
    }

    /** Other offices enter the first of January for an unknown day. */
    @Test
    void an_unknown_day_and_the_day_that_stands_for_it_may_be_one_person() {
        Map<String, @Nullable Object> person = new HashMap<>();
        person.put("surname", "Muster-Unbekannttag");
        person.put("birthDate", "00.00.1977");
        requested(person);
        person.put("birthDate", "1977-01-01");
        FrontDoor.Reply first =
                as("massarbeit").post("/api/referrals", SampleBodies.referral(person));
        assertThat(first.json().path("linked").asBoolean()).isFalse();
        assertThat(possibleDuplicates(first.json().path("referralId").asString())).isEqualTo(1);
        person.put("birthDate", "1977-08-09");
        FrontDoor.Reply other =
                as("massarbeit").post("/api/referrals", SampleBodies.referral(person));
        assertThat(other.json().path("linked").asBoolean()).isFalse();
        assertThat(possibleDuplicates(other.json().path("referralId").asString())).isEqualTo(2);
    }

    private int possibleDuplicates(String id) {
        return jdbc.queryForList(
                        "select id::text from vault.possible_duplicate where referral_id = ?::uuid",
                        String.class,
                        id)
                .size();
    }

    private boolean matches(String id, String birthDate) {
        String question =
                "{\"referralId\": \"%s\", \"birthDate\": \"%s\", \"salt\": \"%s\"}"
                        .formatted(id, birthDate, UUID.randomUUID());
        FrontDoor.Reply reply = as("kim").post("/api/birth-date-checks", question);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("matches").asBoolean();
    }

    private JsonNode person(String id) {
        return get(BODY, path(id) + "/export").json().path("person");
    }

    private List<String> log(String id) {
        return jdbc.queryForList(
                "select unnest(data_classes) from access_log where referral_id = ?::uuid",
                String.class,
                id);
    }

    private static Map<String, @Nullable Object> without(String field) {
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put(field, null);
        return changes;
    }

    private String requested(Map<String, ? extends @Nullable Object> changes) {
        FrontDoor.Reply reply = post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private static String path(String id) {
        return "/api/referrals/" + id;
    }
}
