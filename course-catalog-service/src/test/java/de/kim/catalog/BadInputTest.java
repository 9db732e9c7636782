package de.kim.catalog;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is answered with a 4xx and a code, and leaves nothing behind. */
class BadInputTest extends RunningCatalog {
    private static final String LONG = "x".repeat(100_000);
    private static final String UNKNOWN = "/api/courses/" + UUID.randomUUID();

    @BeforeEach
    void a_provider_is_admitted() {
        assertThat(post("/api/providers", SampleBodies.provider("traeger-01", Map.of())).status())
                .isEqualTo(201);
    }

    static Stream<Arguments> courseAgainstTheForm() {
        return Stream.of(
                        bad("providerId", null, "", "Träger", 7, LONG, "a\u0000b", "a b"),
                        bad("courseType", null, "", "general", "SWIMMING", 0),
                        bad(
                                "sections",
                                null,
                                "x",
                                List.of(1),
                                section(1, "2027-02-30", "2027-03-01")),
                        bad("sections", section("1", "2027-02-01", "2027-03-01")),
                        bad("sections", section(1.5, "2027-02-01", "2027-03-01")),
                        bad("sections", section(99_999_999_999L, "2027-02-01", "2027-03-01")),
                        bad("sections", section(1, "2027-02-01", "+12027-03-01")),
                        bad("sections", List.of(Map.of("number", 1)), Arrays.asList((Object) null)),
                        bad("times", null, List.of(Map.of("day", "MONDAY"))),
                        bad("venue", null, "here", List.of(), Map.of()),
                        bad("childcare", null, "false", 0),
                        bad("womenOnly", null, "x"),
                        bad("online", null, List.of()),
                        bad("places", null, 0, -1, 1001, 1e300, "20", 2.5),
                        bad(
                                "interruptions",
                                "x",
                                List.of(Map.of("from", "2027-02-08")),
                                List.of(Map.of("from", "2027-02-30", "until", "2027-03-01"))),
                        bad("extent", "HALF", 1),
                        bad("helpLanguages", "uk", List.of("UK"), List.of("ukr"), List.of(1)),
                        bad("blocked", -1, 1001, "2", 1.5),
                        bad("unknownField", "x"))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void courseAgainstTheForm(String field, @Nullable Object value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        refused(400, () -> post("/api/courses", SampleBodies.course(change)));
    }

    static Stream<Arguments> courseAgainstARule() {
        return Stream.of(
                Arguments.of("courseType", "INTENSIVE", "PROVIDER_NOT_ADMITTED"),
                Arguments.of("courseType", "YOUTH", "COURSE_TYPE_NOT_VALID_ON_DATE"),
                Arguments.of("places", 26, "OVER_GROUP_MAXIMUM"),
                Arguments.of("blocked", 6, "OVER_GROUP_MAXIMUM"),
                Arguments.of(
                        "interruptions",
                        List.of(interruption("2027-01-31", "2027-02-01")),
                        "INTERRUPTION_OUTSIDE_COURSE"),
                Arguments.of(
                        "interruptions",
                        List.of(interruption("2027-02-02", "2027-02-01")),
                        "INTERRUPTIONS_OVERLAP"),
                Arguments.of("sections", List.of(), "NO_SECTIONS"),
                Arguments.of("times", List.of(), "NO_TIMES"),
                Arguments.of(
                        "sections", section(1, "2026-11-22", "2026-12-22"), "START_IN_THE_PAST"),
                Arguments.of(
                        "sections",
                        section(-1, "2027-02-01", "2027-03-01"),
                        "SECTION_OUT_OF_RANGE"),
                Arguments.of(
                        "venue",
                        Map.of(
                                "municipality",
                                LONG,
                                "latitudeE6",
                                Integer.MAX_VALUE,
                                "longitudeE6",
                                Integer.MIN_VALUE,
                                "accessible",
                                false),
                        "VENUE_OUT_OF_RANGE"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void courseAgainstARule(String field, Object value, String code) {
        String body = SampleBodies.course(Map.of(field, value));
        assertThat(refused(422, () -> post("/api/courses", body)).code()).isEqualTo(code);
    }

    @Test
    void who_is_not_admitted_plans_nothing_and_nobody_plans_for_another() {
        String body = SampleBodies.course(Map.of("providerId", "traeger-99"));
        assertThat(refused(422, () -> as("traeger-99").post("/api/courses", body)).code())
                .isEqualTo("PROVIDER_NOT_ADMITTED");
        assertThat(refused(404, () -> post("/api/courses", body)).code())
                .isEqualTo("PROVIDER_NOT_FOUND");
    }

    static Stream<Arguments> providerAgainstTheForm() {
        return Stream.of(
                        bad("providerId", null, "", "../etc", "TRAEGER", LONG),
                        bad("name", null, "", " ", LONG, "a\nb"),
                        bad("courseTypes", null, List.of(), List.of("X"), "GENERAL"),
                        bad("kind", null, "SECOND"),
                        bad("from", null, "2026-02-29", "tomorrow"),
                        bad("until", null, "2026-02-29", 2030),
                        bad("online", "true", 1),
                        bad("area", "03404", List.of("0340"), List.of("x"), List.of(3404)))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource
    void providerAgainstTheForm(String field, @Nullable Object value) {
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        refused(400, () -> post("/api/providers", SampleBodies.provider("traeger-02", change)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}"})
    void what_is_no_json_object_is_refused(String body) {
        refused(400, () -> post("/api/courses", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "places|{\"places\": 3}",
                "places-confirmation|{\"places\": 3}",
                "help-languages|{\"helpLanguages\": [\"uk\"]}",
                "contact|{\"phone\": \"0541 0\"}",
                "start|{\"startedOn\": \"2026-11-02\", \"started\": [], \"missing\": []}",
                "cancellation|{\"reason\": \"OTHER\"}",
                "completion|{\"completedOn\": \"2026-11-02\"}"
            })
    void what_does_not_exist_cannot_be_changed(String command, String body) {
        assertThat(refused(404, () -> post(UNKNOWN + "/" + command, body)).code())
                .isEqualTo("COURSE_NOT_FOUND");
        refused(404, () -> post("/api/courses/no-id/" + command, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phone\": \"call me\"}",
                "{\"phone\": \"=1+1\"}",
                "{\"email\": \"kurse\"}",
                "{\"website\": \"javascript:alert(1)\"}",
                "{\"website\": \"https://a b\"}",
                "{\"person\": \"Maria Muster\"}"
            })
    void a_public_contact_is_a_number_an_address_and_a_page(String body) {
        refused(400, () -> post("/api/providers/traeger-01/contact", body));
    }

    @Test
    void an_unknown_provider_has_no_contact() {
        var reply =
                refused(
                        404,
                        () -> post("/api/providers/traeger-77/contact", "{\"phone\": \"110\"}"));
        assertThat(reply.code()).isEqualTo("PROVIDER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=OPEN", "courseType=general", "stale=maybe", "providerId=Ä"})
    void a_list_is_not_asked_for_what_does_not_exist(String query) {
        refused(400, () -> get(BODY, "/api/courses?" + query));
    }

    @Test
    void what_does_not_exist_cannot_be_read() {
        assertThat(get(BODY, UNKNOWN).code()).isEqualTo("COURSE_NOT_FOUND");
        assertThat(get(BODY, "/api/courses/1").status()).isEqualTo(404);
        assertThat(get(BODY, "/api/courses?limit=1000").status()).isEqualTo(400);
    }

    @Test
    void a_command_in_the_wrong_state_is_a_conflict() {
        var scheduled = post("/api/courses", SampleBodies.course(Map.of()));
        String path = scheduled.header("Location");
        var reply =
                refused(409, () -> post(path + "/completion", "{\"completedOn\": \"2026-11-02\"}"));
        assertThat(reply.code()).isEqualTo("COURSE_NOT_STARTED");
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

    private static List<Map<String, Object>> section(Object number, String begins, String ends) {
        return List.of(Map.of("number", number, "begins", begins, "ends", ends));
    }

    private static Map<String, Object> interruption(String from, String until) {
        return Map.of("from", from, "until", until);
    }
}
