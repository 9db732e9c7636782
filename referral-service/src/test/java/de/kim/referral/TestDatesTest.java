package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.PlacementTestBooked;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralRequested;
import de.kim.events.Topic;
import de.kim.kit.testing.HandClock;
import de.kim.kit.testing.RunningService;
import de.kim.kit.web.FrontDoor;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Seats in placement tests, by the front door; the clock is moved by hand. */
@SpringBootTest(
        classes = {ReferralService.class, TestDatesTest.MovedClock.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kim.door.first-retry=50ms",
            "kim.door.retry-every=50ms",
            "kim.test-dates.free-every=PT0.1S"
        })
@DirtiesContext
class TestDatesTest extends RunningService {
    private static final String BODY = "jobcenter-stadt";
    private static final String HOST = "traeger-01";

    /** Monday's next day. */
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @TestConfiguration(proxyBeanMethods = false)
    static class MovedClock {
        @Bean
        HandClock clock() {
            return new HandClock();
        }
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        RunningReferrals.keys(registry);
    }

    @Autowired private Clock clock;

    /** A body of its own for each test: nobody else's work is in its list. */
    private String desk = "";

    TestDatesTest() {
        super(BODY, Topic.REFERRALS);
    }

    @BeforeEach
    void newDesk() {
        desk = "desk-" + UUID.randomUUID();
    }

    @AfterEach
    void backToMonday() {
        hand().set(HandClock.MONDAY);
    }

    @Test
    void free_seats_are_shown_to_everybody_until_there_are_none() {
        String date = opened(2);
        JsonNode shown = free(date);
        assertThat(shown.path("host").asString()).isEqualTo(HOST);
        assertThat(shown.path("day").asString()).isEqualTo("2026-11-24");
        assertThat(shown.path("begins").asString()).startsWith("09:00");
        assertThat(shown.path("address").asString()).isEqualTo("Musterweg 1");
        assertThat(shown.path("free").asInt()).isEqualTo(2);
        booked(referred(), date);
        assertThat(free(date).path("free").asInt()).isEqualTo(1);
        booked(referred(), date);
        assertThat(free(date).isMissingNode()).isTrue();
    }

    @Test
    void the_list_is_filtered_by_municipality_or_district_and_comes_in_pages() {
        String date = opened(1);
        String path = "/api/test-dates?limit=1&municipality=";
        assertThat(idsOf(path + "03404000")).contains(date);
        assertThat(idsOf(path + "03404")).contains(date);
        assertThat(idsOf(path + "03459")).doesNotContain(date);
        assertThat(FrontDoor.stranger(port()).get(path + "0340").code())
                .isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void a_seat_that_was_booked_is_said_and_changes_what_is_to_be_done() {
        String date = opened(1);
        String id = referred();
        booked(id, date);
        booked(id, date);
        assertThat(events(id, 2))
                .containsExactly(
                        ReferralRequested.class.getSimpleName(),
                        new PlacementTestBooked(UUID.fromString(id), HOST, TUESDAY).toString());
        JsonNode view = get(desk, "/api/referrals/" + id).json();
        assertThat(view.path("booking").path("testDateId").asString()).isEqualTo(date);
        assertThat(view.path("booking").path("testOn").asString()).isEqualTo("2026-11-24");
        assertThat(tasks()).containsExactly("RECORD_RESULT 2026-11-24");
    }

    @Test
    void whoever_holds_the_test_has_to_enter_its_results_and_nobody_else() {
        String date = opened(3);
        String tested = referred();
        String missed = referred();
        String returned = referred();
        List.of(tested, missed, returned).forEach(id -> booked(id, date));
        assertThat(toEnter(HOST)).contains(tested, missed, returned);
        assertThat(toEnter("traeger-02")).doesNotContain(tested, missed, returned);
        post(returned, "test-return", "{}");
        assertThat(toEnter(HOST)).doesNotContain(returned);
        tuesdayNoon();
        day(date, "results", result(tested, 1));
        day(date, "misses", one(missed));
        assertThat(toEnter(HOST)).doesNotContain(tested, missed);
        assertThat(get(HOST, "/api/worklist?limit=200").text()).doesNotContain(desk);
    }

    private List<String> toEnter(String host) {
        return get(host, "/api/worklist?kind=ENTER_RESULT&limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("referralId").asString())
                .toList();
    }

    @Test
    void a_seat_is_booked_with_the_referral_or_neither_is_made() {
        String date = opened(1);
        String form = SampleBodies.referral(Map.of("testDateId", date));
        FrontDoor.Reply reply = as(desk).post("/api/referrals", form);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(get(desk, reply.header("Location")).header("ETag")).isEqualTo("\"1\"");
        assertThat(as(desk).post("/api/referrals", form).code()).isEqualTo("TEST_DATE_FULL");
        assertThat(get(desk, "/api/referrals").json().path("items")).hasSize(1);
    }

    @Test
    void a_person_is_moved_and_the_old_seat_is_for_others() {
        String first = opened(1);
        String second = opened(1);
        String id = referred();
        booked(id, first);
        assertThat(change(id, "test-move", second).status()).isEqualTo(204);
        assertThat(change(id, "test-move", second).status()).isEqualTo(204);
        assertThat(free(first).path("free").asInt()).isEqualTo(1);
        assertThat(free(second).isMissingNode()).isTrue();
        assertThat(events(id, 3)).hasSize(3);
    }

    @Test
    void a_move_to_a_full_date_keeps_the_seat() {
        String first = opened(1);
        String full = opened(1);
        booked(referred(), full);
        String id = referred();
        booked(id, first);
        assertThat(change(id, "test-move", full).code()).isEqualTo("TEST_DATE_FULL");
        assertThat(seats(first)).containsExactly(id + " BOOKED");
    }

    @Test
    void a_seat_given_back_is_for_others_and_another_test_is_to_be_arranged() {
        String date = opened(1);
        String id = referred();
        booked(id, date);
        assertThat(post(id, "test-return", "{}").status()).isEqualTo(204);
        assertThat(free(date).path("free").asInt()).isEqualTo(1);
        assertThat(tasks()).containsExactly("ARRANGE_TEST 2026-12-07");
        assertThat(post(id, "test-return", "{}").code()).isEqualTo("TEST_NOT_BOOKED");
    }

    @Test
    void there_are_never_more_people_than_seats_whoever_comes_at_the_same_time() throws Exception {
        int seats = 3;
        String date = opened(seats);
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(referred());
        }
        var together = new CountDownLatch(1);
        List<Future<FrontDoor.Reply>> replies = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(people.size())) {
            for (String id : people) {
                replies.add(
                        threads.submit(
                                () -> {
                                    together.await();
                                    return change(id, "test-booking", date);
                                }));
            }
            together.countDown();
        }
        List<String> answers = new ArrayList<>();
        for (Future<FrontDoor.Reply> reply : replies) {
            answers.add(reply.get().status() + reply.get().code());
        }
        assertThat(answers)
                .containsOnly("204", "409TEST_DATE_FULL")
                .filteredOn("204"::equals)
                .hasSize(seats);
        assertThat(seats(date)).hasSize(seats);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from referral_view where test_date_id = ?::uuid",
                                Integer.class,
                                date))
                .isEqualTo(seats);
    }

    @Test
    void the_result_is_recorded_on_the_day_and_can_be_corrected() {
        String date = opened(1);
        String id = referred();
        booked(id, date);
        tuesdayNoon();
        assertThat(day(date, "results", result(id, 2)).status()).isEqualTo(204);
        assertThat(day(date, "results", result(id, 2)).status()).isEqualTo(204);
        assertThat(day(date, "results", result(id, 3)).status()).isEqualTo(204);
        assertThat(events(id, 4).subList(2, 4))
                .containsExactly(recorded(id, 2).toString(), recorded(id, 3).toString());
        assertThat(get(desk, "/api/referrals/" + id).json().path("state").asString())
                .isEqualTo("TESTED");
        assertThat(seats(date)).containsExactly(id + " TESTED");
        assertThat(tasks()).isEmpty();
        assertThat(day(date, "misses", one(id)).code()).isEqualTo("TEST_ALREADY_RECORDED");
        assertThat(change(id, "test-booking", date).code()).isEqualTo("TEST_DATE_BEGUN");
    }

    @Test
    void who_did_not_come_needs_another_test_unless_that_was_a_mistake() {
        String date = opened(1);
        String id = referred();
        booked(id, date);
        tuesdayNoon();
        assertThat(day(date, "misses", one(id)).status()).isEqualTo(204);
        assertThat(day(date, "misses", one(id)).status()).isEqualTo(204);
        assertThat(seats(date)).containsExactly(id + " MISSED");
        assertThat(tasks()).containsExactly("ARRANGE_TEST 2026-12-08");
        assertThat(day(date, "results", result(id, 1)).status()).isEqualTo(204);
        assertThat(seats(date)).containsExactly(id + " TESTED");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void a_cancelled_test_leaves_nobody_with_a_seat() {
        String date = opened(2);
        String id = referred();
        booked(id, date);
        assertThat(as("traeger-02").post(path(date, "cancellation"), "{}").code())
                .isEqualTo("TEST_DATE_NOT_FOUND");
        assertThat(day(date, "cancellation", "{}").status()).isEqualTo(204);
        assertThat(day(date, "cancellation", "{}").status()).isEqualTo(204);
        assertThat(tasks()).containsExactly("ARRANGE_TEST 2026-12-07");
        assertThat(free(date).isMissingNode()).isTrue();
        assertThat(change(id, "test-booking", date).code()).isEqualTo("TEST_DATE_CANCELLED");
        JsonNode hosted = get(HOST, "/api/test-dates/" + date).json();
        assertThat(hosted.path("date").path("cancelled").asBoolean()).isTrue();
    }

    @Test
    void the_seat_of_a_closed_referral_is_given_to_others() {
        String date = opened(1);
        String id = referred();
        booked(id, date);
        assertThat(post(id, "withdrawal", "{\"reason\": \"MOVED_AWAY\"}").status()).isEqualTo(204);
        eventually(() -> assertThat(free(date).path("free").asInt()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 09:59, TEST_DATE_OUT_OF_RANGE",
        "2026-11-23, 10:00, TEST_DATE_OUT_OF_RANGE",
        "2020-01-01, 09:00, TEST_DATE_OUT_OF_RANGE",
        "2027-11-23, 10:01, TEST_DATE_OUT_OF_RANGE"
    })
    void a_date_is_ahead_and_within_a_year(String day, String begins, String code) {
        assertThat(as(HOST).post("/api/test-dates", form(day, begins, 1)).code()).isEqualTo(code);
    }

    @Test
    void what_cannot_be_booked_is_refused_with_its_reason() {
        String date = opened(1);
        String other = opened(1);
        String id = referred();
        assertThat(change(id, "test-booking", UUID.randomUUID().toString()).code())
                .isEqualTo("TEST_DATE_NOT_FOUND");
        assertThat(change(id, "test-booking", id).code()).isEqualTo("TEST_DATE_NOT_FOUND");
        assertThat(post(date, "interest-confirmation", "{}").code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(day(id, "cancellation", "{}").code()).isEqualTo("TEST_DATE_NOT_FOUND");
        booked(id, date);
        assertThat(change(id, "test-booking", other).code()).isEqualTo("TEST_ALREADY_BOOKED");
        assertThat(change(referred(), "test-booking", date).code()).isEqualTo("TEST_DATE_FULL");
        assertThat(day(date, "misses", one(id)).code()).isEqualTo("TEST_DATE_AHEAD");
        assertThat(day(date, "results", result(id, 1)).code()).isEqualTo("TEST_DATE_AHEAD");
        tuesdayNoon();
        assertThat(day(date, "misses", one(UUID.randomUUID().toString())).code())
                .isEqualTo("TEST_NOT_BOOKED");
        assertThat(day(date, "results", result(id, 99)).code()).isEqualTo("SECTION_OUT_OF_RANGE");
        assertThat(seats(date)).containsExactly(id + " BOOKED");
        assertThat(change(id, "test-move", other).code()).isEqualTo("TEST_DATE_BEGUN");
        assertThat(post(id, "test-return", "{}").code()).isEqualTo("TEST_DATE_BEGUN");
        assertThat(day(date, "cancellation", "{}").code()).isEqualTo("TEST_DATE_BEGUN");
    }

    @Test
    void who_has_a_result_needs_no_seat() {
        String id = referred();
        String tested =
                """
                {"testedOn": "2026-11-20", "recommendedType": "GENERAL",
                 "recommendedSection": 1, "dispensable": false}
                """;
        assertThat(post(id, "placement-test", tested).status()).isEqualTo(204);
        String date = opened(1);
        assertThat(change(id, "test-booking", date).code()).isEqualTo("TEST_ALREADY_RECORDED");
        assertThat(free(date).path("free").asInt()).isEqualTo(1);
    }

    @Test
    void another_bodys_people_and_another_hosts_dates_are_not_there() {
        String date = opened(1);
        String id = referred();
        FrontDoor.Reply reply =
                as("massarbeit")
                        .post(
                                "/api/referrals/" + id + "/test-booking",
                                "{\"testDateId\": \"%s\"}".formatted(date));
        assertThat(reply.code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(free(date).path("free").asInt()).isEqualTo(1);
        assertThat(get("traeger-02", "/api/test-dates/" + date).code())
                .isEqualTo("TEST_DATE_NOT_FOUND");
        assertThat(get("traeger-02", "/api/hosted-test-dates").text()).doesNotContain(date);
        assertThat(get(HOST, "/api/hosted-test-dates?limit=200").text()).contains(date);
    }

    @Test
    void the_coordinator_holds_central_tests() {
        FrontDoor.Reply reply =
                as("koordination").post("/api/test-dates", form("2026-11-24", "09:00", 5));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String date = reply.json().path("testDateId").asString();
        assertThat(free(date).path("host").asString()).isEqualTo("koordination");
    }

    private HandClock hand() {
        return (HandClock) clock;
    }

    private void tuesdayNoon() {
        hand().advance(Duration.ofHours(26));
    }

    private String opened(int seats) {
        FrontDoor.Reply reply =
                as(HOST).post("/api/test-dates", form(TUESDAY.toString(), "09:00", seats));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("testDateId").asString();
    }

    private static String form(String day, String begins, int seats) {
        return """
                {"day": "%s", "begins": "%s", "municipality": "03404000",
                 "address": "Musterweg 1", "accessible": true, "seats": %d}
                """
                .formatted(day, begins, seats);
    }

    private String referred() {
        FrontDoor.Reply reply = as(desk).post("/api/referrals", SampleBodies.referral(Map.of()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private void booked(String id, String date) {
        FrontDoor.Reply reply = change(id, "test-booking", date);
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    private FrontDoor.Reply change(String id, String command, String date) {
        return post(id, command, "{\"testDateId\": \"%s\"}".formatted(date));
    }

    private FrontDoor.Reply post(String id, String command, String json) {
        return as(desk).post("/api/referrals/" + id + "/" + command, json);
    }

    private FrontDoor.Reply day(String date, String what, String json) {
        return as(HOST).post(path(date, what), json);
    }

    private static String path(String date, String what) {
        return "/api/test-dates/" + date + "/" + what;
    }

    private static String one(String id) {
        return "{\"referralId\": \"%s\"}".formatted(id);
    }

    private static String result(String id, int section) {
        return "{\"referralId\": \"%s\", \"recommendedType\": \"GENERAL\", \"recommendedSection\": %d}"
                .formatted(id, section);
    }

    private static PublicEvent recorded(String id, int section) {
        return new PlacementTestRecorded(
                UUID.fromString(id), TUESDAY, CourseType.GENERAL, section, false);
    }

    /** The first by name, the others as they are. */
    private List<String> events(String id, int count) {
        return said(id, count).stream()
                .map(Envelope::event)
                .map(it -> it instanceof ReferralRequested ? "ReferralRequested" : it.toString())
                .toList();
    }

    /** In the public list, if it is there. */
    private JsonNode free(String date) {
        for (String cursor = ""; ; ) {
            JsonNode page =
                    FrontDoor.stranger(port()).get("/api/test-dates?limit=200" + cursor).json();
            for (JsonNode each : page.path("items")) {
                if (each.path("testDateId").asString().equals(date)) {
                    return each;
                }
            }
            String next = page.path("nextCursor").asString("");
            if (next.isEmpty()) {
                return page.path("not there");
            }
            cursor = "&cursor=" + next;
        }
    }

    private List<String> idsOf(String path) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = FrontDoor.stranger(port()).get(path + cursor).json();
            page.path("items").forEach(each -> ids.add(each.path("testDateId").asString()));
            String next = page.path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return ids;
    }

    private List<String> seats(String date) {
        return get(HOST, "/api/test-dates/" + date)
                .json()
                .path("seats")
                .valueStream()
                .map(it -> it.path("referralId").asString() + " " + it.path("state").asString())
                .toList();
    }

    private List<String> tasks() {
        return get(desk, "/api/worklist")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("dueOn").asString())
                .toList();
    }
}
