package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PublicEvent;
import de.kim.events.ReleaseCause;
import de.kim.kit.web.FrontDoor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is to be done next, by the front door; it is Monday, 23 November 2026. */
class WorklistTest extends RunningReferrals {
    private static final String ALLOCATION = "allocation-service";
    private static final UUID COURSE = UUID.randomUUID();
    private static final LocalDate START = LocalDate.of(2026, 12, 14);
    private static final String TEST =
            """
            {"testedOn": "2026-11-20", "recommendedType": "GENERAL", "recommendedSection": 1,
             "dispensable": false}
            """;

    /** A body of its own for each test: nobody else's work is in its list. */
    private String desk = "";

    @BeforeEach
    void newDesk() {
        desk = "desk-" + UUID.randomUUID();
    }

    @Test
    void the_test_is_to_be_arranged_until_it_has_a_result() {
        String id = referred(Map.of());
        JsonNode task = items("").getFirst();
        assertThat(line(task)).isEqualTo("ARRANGE_TEST 2026-12-07 " + id);
        assertThat(task.path("german").asString()).isEqualTo("Einstufungstest veranlassen");
        assertThat(task.path("english").asString()).isEqualTo("Arrange the placement test");
        assertThat(task.path("late").asBoolean()).isFalse();
        assertThat(task.path("since").asString()).isEqualTo("2026-11-23");
        change(id, "placement-test", TEST);
        assertThat(items("")).isEmpty();
    }

    @Test
    void an_entitlement_that_lapses_is_seen_sixty_days_before() {
        String soon = referred(Map.of("lapsesOn", "2027-01-22"));
        String later = referred(Map.of("lapsesOn", "2027-01-23"));
        change(soon, "placement-test", TEST);
        change(later, "placement-test", TEST);
        assertThat(lines("")).containsExactly("SECURE_ENTITLEMENT 2027-01-22 " + soon);
    }

    @Test
    void the_most_urgent_comes_first_then_the_oldest_and_pages_leave_nothing_out() {
        List<String> expected = new ArrayList<>();
        String first = referred(Map.of("lapsesOn", "2026-12-07"));
        String second = referred(Map.of("lapsesOn", "2026-12-01"));
        String third = referred(Map.of());
        expected.add("SECURE_ENTITLEMENT 2026-12-01 " + second);
        expected.add("ARRANGE_TEST 2026-12-07 " + first);
        expected.add("SECURE_ENTITLEMENT 2026-12-07 " + first);
        expected.add("ARRANGE_TEST 2026-12-07 " + second);
        expected.add("ARRANGE_TEST 2026-12-07 " + third);
        assertThat(lines("")).isEqualTo(expected);
        assertThat(paged(1)).isEqualTo(expected);
        assertThat(paged(2)).isEqualTo(expected);
    }

    @Test
    void it_is_filtered_by_kind_and_by_due_day() {
        String id = referred(Map.of("lapsesOn", "2026-12-01"));
        assertThat(lines("?kind=ARRANGE_TEST")).containsExactly("ARRANGE_TEST 2026-12-07 " + id);
        assertThat(lines("?dueBefore=2026-12-02"))
                .containsExactly("SECURE_ENTITLEMENT 2026-12-01 " + id);
        assertThat(lines("?dueBefore=2026-12-01")).isEmpty();
        assertThat(lines("?kind=ARRANGE_TEST&dueBefore=2026-12-07")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?kind=NOTHING",
                "?dueBefore=tomorrow",
                "?dueBefore=2026-02-30",
                "?limit=0",
                "?cursor=abc"
            })
    void what_is_no_filter_is_refused(String query) {
        assertThat(get(desk, "/api/worklist" + query).status()).isEqualTo(400);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        referred(Map.of());
        referred(Map.of());
        String cursor =
                get(desk, "/api/referrals?limit=1").json().path("nextCursor").asString("none");
        assertThat(get(desk, "/api/worklist?cursor=" + cursor).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void nothing_is_left_to_do_when_the_referral_is_closed() {
        String id = referred(Map.of("lapsesOn", "2026-12-07"));
        assertThat(lines("")).hasSize(2);
        change(id, "withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void who_no_longer_wants_mail_has_to_be_reached_otherwise_until_they_want_it_again() {
        String id = referred(Map.of());
        change(id, "consent", "{\"purpose\": \"CONTACT\"}");
        change(id, "consent-revocation", "{\"purpose\": \"CONTACT\"}");
        assertThat(lines("?kind=ASK_FOR_CONTACT"))
                .containsExactly("ASK_FOR_CONTACT 2026-11-30 " + id);
        change(id, "consent", "{\"purpose\": \"CONTACT\"}");
        assertThat(lines("?kind=ASK_FOR_CONTACT")).isEmpty();
    }

    @Test
    void an_offer_is_to_be_told_then_answered_then_the_interest_is_asked() {
        String id = tested();
        say(id, 1, offered(id));
        eventually(() -> assertThat(lines("")).containsExactly("TELL_OF_OFFER 2026-11-30 " + id));
        say(id, 2, reached(id, "2026-11-26T22:59:00Z"));
        eventually(() -> assertThat(lines("")).containsExactly("ANSWER_OFFER 2026-11-26 " + id));
        say(id, 3, expired(id, ExpiryCause.UNANSWERED));
        eventually(
                () -> assertThat(lines("")).containsExactly("CONFIRM_INTEREST 2026-11-30 " + id));
        change(id, "interest-confirmation", "{}");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void an_accepted_offer_leaves_nothing_and_who_did_not_come_is_asked() {
        String id = tested();
        say(id, 1, offered(id));
        say(id, 2, new PlaceAccepted(uuid(id), COURSE, COURSE, 1, START, AnsweredBy.PERSON, false));
        say(id, 3, new PlaceReleased(uuid(id), COURSE, ReleaseCause.PARTICIPANT_MISSING));
        eventually(
                () -> assertThat(lines("")).containsExactly("CONFIRM_INTEREST 2026-11-30 " + id));
    }

    @Test
    void whatever_the_order_of_arrival_the_last_word_counts() {
        String id = tested();
        String last = tested();
        say(id, 2, reached(id, "2026-11-26T12:00:00Z"));
        say(id, 3, expired(id, ExpiryCause.ENTRY_CLOSED));
        say(id, 1, offered(id));
        say(id, 1, offered(id));
        say(last, 1, offered(last));
        eventually(() -> assertThat(lines("")).containsExactly("TELL_OF_OFFER 2026-11-30 " + last));
    }

    @Test
    void an_offer_of_a_closed_or_unknown_referral_is_nobodys_task() {
        String id = tested();
        String last = tested();
        change(id, "withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        String unknown = UUID.randomUUID().toString();
        say(unknown, 1, offered(unknown));
        say(id, 1, offered(id));
        say(last, 1, offered(last));
        eventually(() -> assertThat(lines("")).containsExactly("TELL_OF_OFFER 2026-11-30 " + last));
        eventually(() -> assertThat(heard(id)).isEqualTo(1));
        assertThat(lines("")).hasSize(1);
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from task where referral_id = ?::uuid",
                                Long.class,
                                unknown))
                .isZero();
    }

    @Test
    void the_coordinator_sees_what_is_late_anywhere_and_nothing_else() {
        String id = tested();
        String inTime = tested();
        say(id, 1, offered(id));
        say(id, 2, reached(id, "2026-11-20T12:00:00Z"));
        say(inTime, 1, offered(inTime));
        eventually(() -> assertThat(lines("")).hasSize(2));
        List<JsonNode> late =
                items("koordination", "?kind=ANSWER_OFFER&limit=200").stream()
                        .filter(task -> task.path("body").asString().equals(desk))
                        .toList();
        assertThat(late)
                .extracting(WorklistTest::line)
                .containsExactly("ANSWER_OFFER 2026-11-20 " + id);
        assertThat(late.getFirst().path("late").asBoolean()).isTrue();
        assertThat(get("koordination", "/api/worklist?limit=200").text()).doesNotContain(inTime);
    }

    @Test
    void another_bodys_tasks_are_not_shown() {
        referred(Map.of());
        String other = desk;
        newDesk();
        assertThat(items("")).isEmpty();
        assertThat(items(other, "")).hasSize(1);
    }

    @Test
    void the_interest_of_many_is_confirmed_at_once_with_a_result_for_each() {
        String waiting = tested();
        String second = tested();
        say(waiting, 1, offered(waiting));
        say(waiting, 2, expired(waiting, ExpiryCause.UNREACHABLE));
        eventually(() -> assertThat(lines("?kind=CONFIRM_INTEREST")).hasSize(1));
        String withdrawn = referred(Map.of());
        change(withdrawn, "withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        String foreign = requested();
        String body =
                "{\"referralIds\": [\"%s\", \"%s\", \"%s\", \"%s\", \"%s\"]}"
                        .formatted(waiting, second, withdrawn, foreign, waiting);
        String key = UUID.randomUUID().toString();

        FrontDoor.Reply reply = as(desk).post("/api/worklist/interest-confirmations", body, key);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("results").valueStream().map(WorklistTest::result))
                .containsExactlyInAnyOrder(
                        waiting + " true ",
                        second + " true ",
                        withdrawn + " false ALREADY_WITHDRAWN",
                        foreign + " false REFERRAL_NOT_FOUND");
        assertThat(lines("?kind=CONFIRM_INTEREST")).isEmpty();
        assertThat(as(desk).post("/api/worklist/interest-confirmations", body, key).text())
                .isEqualTo(reply.text());
        assertThat(confirmations(waiting)).isEqualTo(1);
        assertThat(confirmations(foreign)).isZero();
    }

    private long confirmations(String id) {
        Long stored =
                jdbc.queryForObject(
                        "select count(*) from event where aggregate_id = ?"
                                + " and type like '%InterestConfirmed%'",
                        Long.class, id);
        return stored == null ? 0 : stored;
    }

    private long heard(String subject) {
        Long mark =
                jdbc.queryForObject(
                        "select coalesce(max(last_sequence), 0) from inbox_mark where subject = ?",
                        Long.class,
                        subject);
        return mark == null ? 0 : mark;
    }

    private static String result(JsonNode one) {
        return one.path("referralId").asString()
                + " "
                + one.path("done").asBoolean()
                + " "
                + one.path("code").asString("");
    }

    private static PlaceOffered offered(String id) {
        return new PlaceOffered(
                uuid(id), COURSE, COURSE, COURSE, 1, START, Instant.parse("2026-11-30T22:59:00Z"));
    }

    private static OfferReached reached(String id, String answerBy) {
        return new OfferReached(
                uuid(id), COURSE, Instant.parse("2026-11-18T09:00:00Z"), Instant.parse(answerBy));
    }

    private static OfferExpired expired(String id, ExpiryCause cause) {
        return new OfferExpired(uuid(id), COURSE, COURSE, cause);
    }

    private static void say(String id, long sequence, PublicEvent event) {
        assertThat(event.subject()).isEqualTo(id);
        WIRE.say(ALLOCATION, sequence, event);
    }

    private static UUID uuid(String id) {
        return UUID.fromString(id);
    }

    private String tested() {
        String id = referred(Map.of());
        change(id, "placement-test", TEST);
        return id;
    }

    /** Of another body. */
    private String requested() {
        return post("/api/referrals", SampleBodies.referral(Map.of()))
                .json()
                .path("referralId")
                .asString();
    }

    private String referred(Map<String, String> changes) {
        FrontDoor.Reply reply = as(desk).post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }

    private void change(String id, String command, String json) {
        FrontDoor.Reply reply = as(desk).post("/api/referrals/" + id + "/" + command, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
    }

    private List<String> paged(int limit) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            String after = cursor.isEmpty() ? "" : "&cursor=" + cursor;
            JsonNode page = get(desk, "/api/worklist?limit=" + limit + after).json();
            page.path("items").valueStream().map(WorklistTest::line).forEach(all::add);
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private List<String> lines(String query) {
        return items(query).stream().map(WorklistTest::line).toList();
    }

    private List<JsonNode> items(String query) {
        return items(desk, query);
    }

    private List<JsonNode> items(String body, String query) {
        FrontDoor.Reply reply = get(body, "/api/worklist" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private static String line(JsonNode task) {
        return "%s %s %s"
                .formatted(
                        task.path("kind").asString(),
                        task.path("dueOn").asString(),
                        task.path("referralId").asString());
    }
}
