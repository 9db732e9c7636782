package de.kim.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AnsweredBy;
import de.kim.events.CapacitySet;
import de.kim.events.DeclineReason;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.OfferWithdrawn;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.PublicEvent;
import de.kim.events.ReleaseCause;
import de.kim.kit.web.FrontDoor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of free places, asked for by nobody in particular. */
class FreePlacesTest extends RunningCatalog {
    private static final String ALLOCATION = "allocation-service";
    private static final LocalDate STARTS = LocalDate.of(2027, 2, 1);
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    private final String provider = "traeger-" + UUID.randomUUID();

    @BeforeEach
    void a_provider_is_admitted() {
        post(provider, "/api/providers", SampleBodies.provider(provider));
        post(
                provider,
                "/api/providers/" + provider + "/contact",
                """
                {"phone": "+49 541 000-0", "email": "kurse@muster.example",
                 "website": "https://muster.example/kurse"}
                """);
    }

    @Test
    void a_place_is_shown_to_anybody_and_disappears_when_it_is_offered() {
        UUID course = course(1, Map.of());
        assertThat(listed("")).isEmpty();
        capacity(course, 1);
        eventually(() -> assertThat(listed("")).containsExactly(course));
        JsonNode place = items("").getFirst();
        assertThat(place.path("free").asInt()).isEqualTo(1);
        assertThat(place.path("capacity").asInt()).isEqualTo(1);
        assertThat(place.path("name").asString()).isEqualTo("Allgemeiner Integrationskurs");
        assertThat(place.path("provider").path("contact").path("phone").asString())
                .isEqualTo("+49 541 000-0");
        assertThat(place.path("venue").path("name").asString()).isEqualTo("Osnabrück");
        assertThat(place.path("entries").get(0).path("begins").asString()).isEqualTo("2027-02-01");
        assertThat(place.path("placesSaidOn").asString()).isEqualTo("2026-11-23");
        assertThat(place.path("stale").asBoolean(true)).isFalse();

        say(1, offered(UUID.randomUUID(), UUID.randomUUID(), course));
        eventually(() -> assertThat(listed("")).isEmpty());
        assertThat(items("full=true").getFirst().path("free").asInt(-1)).isZero();
    }

    static Stream<Arguments> waysToBecomeFreeAgain() {
        return Stream.of(
                way(
                        (referral, place) ->
                                List.of(
                                        new PlaceDeclined(
                                                referral,
                                                place.offer,
                                                place.course,
                                                AnsweredBy.PERSON,
                                                DeclineReason.values()[0]))),
                way(
                        (referral, place) ->
                                List.of(
                                        new OfferExpired(
                                                referral,
                                                place.offer,
                                                place.course,
                                                ExpiryCause.UNANSWERED))),
                way(
                        (referral, place) ->
                                List.of(
                                        new OfferWithdrawn(
                                                referral,
                                                place.offer,
                                                place.course,
                                                OfferWithdrawalCause.REFERRAL_WITHDRAWN))),
                way(
                        (referral, place) ->
                                List.of(
                                        accepted(referral, place),
                                        new PlaceReleased(
                                                referral,
                                                place.course,
                                                ReleaseCause.REFERRAL_WITHDRAWN))));
    }

    /** Said twice and the last first: what counts is the order of the sequence. */
    @ParameterizedTest
    @MethodSource
    void waysToBecomeFreeAgain(BiFunction<UUID, Offer, List<PublicEvent>> way) {
        Offer offer = new Offer(UUID.randomUUID(), course(1, Map.of()));
        capacity(offer.course, 1);
        eventually(() -> assertThat(listed("")).containsExactly(offer.course));
        UUID referral = UUID.randomUUID();
        say(1, offered(referral, offer.offer, offer.course));
        eventually(() -> assertThat(listed("")).isEmpty());
        List<PublicEvent> then = way.apply(referral, offer);
        for (int round = 0; round < 2; round++) {
            for (int i = then.size(); i > 0; i--) {
                say(i + 1, then.get(i - 1));
            }
        }
        eventually(() -> assertThat(listed("")).containsExactly(offer.course));
        assertThat(items("").getFirst().path("free").asInt()).isEqualTo(1);
    }

    @Test
    void an_accepted_place_stays_taken_when_another_offer_of_the_person_ends() {
        Offer first = new Offer(UUID.randomUUID(), course(1, Map.of()));
        Offer better = new Offer(UUID.randomUUID(), course(1, Map.of()));
        capacity(first.course, 1);
        capacity(better.course, 1);
        eventually(() -> assertThat(listed("")).hasSize(2));
        UUID referral = UUID.randomUUID();
        say(1, offered(referral, first.offer, first.course));
        say(2, accepted(referral, first));
        say(3, offered(referral, better.offer, better.course));
        eventually(() -> assertThat(listed("")).isEmpty());
        say(4, new OfferExpired(referral, better.offer, better.course, ExpiryCause.UNANSWERED));
        eventually(() -> assertThat(listed("")).containsExactly(better.course));
        say(5, offered(referral, UUID.randomUUID(), better.course));
        say(6, new PlaceReleased(referral, first.course, ReleaseCause.BETTER_PLACE_ACCEPTED));
        eventually(() -> assertThat(listed("")).containsExactly(first.course));
    }

    @Test
    void a_fall_of_the_capacity_never_makes_a_negative_number() {
        Offer offer = new Offer(UUID.randomUUID(), course(2, Map.of()));
        say(1, offered(UUID.randomUUID(), offer.offer, offer.course));
        capacity(offer.course, 0);
        eventually(
                () -> {
                    assertThat(items("full=true").getFirst().path("free").asInt(-1)).isZero();
                    assertThat(taken(offer.course)).isEqualTo(1);
                });
        assertThat(listed("")).isEmpty();
    }

    @Test
    void a_course_is_listed_while_it_can_be_entered_and_its_provider_is_admitted() {
        UUID cancelled = course(5, Map.of());
        UUID completed = course(5, Map.of());
        UUID running = course(5, Map.of());
        assertThat(listed("full=true")).containsExactly(cancelled, completed, running);
        String started = "{\"startedOn\": \"2026-11-20\", \"started\": [], \"missing\": []}";
        post(provider, "/api/courses/" + cancelled + "/cancellation", "{\"reason\": \"NO_ROOM\"}");
        post(provider, "/api/courses/" + completed + "/start", started);
        post(
                provider,
                "/api/courses/" + completed + "/completion",
                "{\"completedOn\": \"2026-11-21\"}");
        post(provider, "/api/courses/" + running + "/start", started);
        assertThat(listed("full=true")).containsExactly(running);
        post(
                provider,
                "/api/providers/" + provider + "/admission-end",
                "{\"endedOn\": \"2027-01-31\", \"reason\": \"RETURNED\"}");
        assertThat(listed("full=true")).isEmpty();
    }

    @Test
    void the_next_three_months_are_shown_unless_another_window_is_asked_for() {
        UUID soon = begins("2026-11-23", "2027-03-01");
        UUID last = begins("2027-02-23", "2027-03-01");
        UUID late = begins("2027-02-24", "2027-03-01");
        assertThat(listed("full=true")).containsExactly(soon, last);
        assertThat(listed("full=true&from=2027-02-24")).containsExactly(late);
        assertThat(listed("full=true&from=2020-01-01&until=2026-11-23")).containsExactly(soon);
        assertThat(listed("full=true&until=2027-11-23")).containsExactly(soon, last, late);
    }

    @Test
    void a_course_under_way_is_entered_at_its_next_section() {
        UUID course = course(5, Map.of());
        JsonNode place = items("full=true&from=2027-02-02&until=2027-12-31").getFirst();
        assertThat(place.path("courseId").asString()).isEqualTo(course.toString());
        assertThat(place.path("entries")).hasSize(1);
        assertThat(place.path("entries").get(0).path("number").asInt()).isEqualTo(2);
        post(
                provider,
                "/api/courses/" + course + "/reschedule",
                SampleBodies.plan("2027-02-01", "2027-02-28"));
        assertThat(listed("full=true&from=2027-02-02")).isEmpty();
    }

    @Test
    void the_pages_hold_every_course_once_in_the_order_of_their_next_entry() {
        List<UUID> courses = new ArrayList<>();
        for (String day : List.of("2027-01-04", "2027-01-04", "2027-01-05", "2027-01-06")) {
            courses.add(begins(day, "2027-03-01"));
        }
        begins("2026-12-24", "2027-03-01");
        List<UUID> seen = new ArrayList<>();
        String cursor = "";
        do {
            FrontDoor.Reply page = ask("limit=2&full=true&from=2027-01-01" + cursor);
            page.json().path("items").forEach(item -> seen.add(id(item)));
            String next = page.json().path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactlyElementsOf(courses);
    }

    @Test
    void who_has_seen_it_is_told_that_nothing_changed() {
        UUID course = course(3, Map.of());
        capacity(course, 3);
        eventually(() -> assertThat(listed("")).containsExactly(course));
        for (String form : List.of("", ".csv", ".ics", ".xml")) {
            FrontDoor.Reply first = ask(form, "");
            String etag = first.header("ETag");
            assertThat(etag).as(form).matches("\"[0-9a-f]{64}\"");
            assertThat(first.header("Cache-Control")).contains("public", "max-age=60");
            FrontDoor.Reply again = ask(form, "", "If-None-Match", etag);
            assertThat(again.status()).as(form).isEqualTo(304);
            assertThat(again.text()).isEmpty();
        }
        String etag = ask("").header("ETag");
        say(1, offered(UUID.randomUUID(), UUID.randomUUID(), course));
        eventually(() -> assertThat(ask("", "", "If-None-Match", etag).status()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,application/json",
        "*/*,application/json",
        "text/csv,text/csv",
        "text/calendar,text/calendar",
        "application/xml,application/xml",
        "'text/csv;q=0.5, text/calendar',text/calendar"
    })
    void the_form_is_the_one_wished_for(String accept, String type) {
        course(3, Map.of());
        FrontDoor.Reply reply = ask("", "full=true", "Accept", accept);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith(type);
        assertThat(reply.header("Vary")).contains("Accept");
    }

    @Test
    void a_form_that_does_not_exist_is_refused() {
        assertThat(ask("", "", "Accept", "image/png").code()).isEqualTo("NOT_ACCEPTABLE");
        assertThat(ask("", "", "Accept", "no type").status()).isEqualTo(406);
        assertThat(ask(".pdf", "").code()).isEqualTo("NOT_FOUND");
        assertThat(ask(".CSV", "").code()).isEqualTo("NOT_FOUND");
        assertThat(ask(".csv", "full=true", "Accept", "application/json").status()).isEqualTo(200);
    }

    /** The canary: a name, a number and an address that only partners may see. */
    @Test
    void nothing_in_it_is_about_a_person() {
        UUID course = course(3, Map.of());
        post(
                provider,
                "/api/courses/" + course + "/contact",
                """
                {"person": "Canaria Muster", "phone": "0541 777777", "email": "canaria@muster.example"}
                """);
        UUID referral = UUID.randomUUID();
        UUID offer = UUID.randomUUID();
        say(1, offered(referral, offer, course));
        capacity(course, 3);
        eventually(() -> assertThat(items("").getFirst().path("free").asInt()).isEqualTo(2));
        for (String form : List.of("", ".csv", ".ics", ".xml")) {
            String text = ask(form, "").text().replace("\r\n ", "");
            assertThat(text)
                    .contains(course.toString(), "kurse@muster.example")
                    .doesNotContainIgnoringCase("canaria")
                    .doesNotContain("777777", referral.toString(), offer.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "courseType=general|INVALID_INPUT",
                "courseType=GENERAL,SWIMMING|INVALID_INPUT",
                "municipality=0340|INVALID_INPUT",
                "municipality=0340400x|INVALID_INPUT",
                "near=Osnabr%C3%BCck|INVALID_INPUT",
                "near=99999999|UNKNOWN_MUNICIPALITY",
                "near=03404000&withinKm=0|INVALID_INPUT",
                "near=03404000&withinKm=201|INVALID_INPUT",
                "near=03404000&withinKm=1e9|INVALID_INPUT",
                "withinKm=5|CENTRE_MISSING",
                "from=2027-02-30|INVALID_INPUT",
                "from=tomorrow|INVALID_INPUT",
                "from=+999999999-12-31|INVALID_INPUT",
                "from=%2B999999999-12-31|WINDOW_OUT_OF_RANGE",
                "until=%2B999999999-12-31|WINDOW_OUT_OF_RANGE",
                "until=2027-11-24|WINDOW_OUT_OF_RANGE",
                "from=2027-11-24|WINDOW_OUT_OF_RANGE",
                "from=2027-02-01&until=2027-01-31|WINDOW_REVERSED",
                "until=2026-11-22|WINDOW_REVERSED",
                "childcare=maybe|INVALID_INPUT",
                "extent=HALF|INVALID_INPUT",
                "weekday=MON|INVALID_INPUT",
                "notBefore=25:00|INVALID_INPUT",
                "notAfter=noon|INVALID_INPUT",
                "providerId=..%2Fetc|INVALID_INPUT",
                "kinderbetreuung=true|UNKNOWN_FILTER",
                "courseType%5B0%5D=GENERAL|INVALID_PARAMETER",
                "courseType%5B999999999%5D=GENERAL|INVALID_PARAMETER",
                "limit=0|INVALID_PARAMETER",
                "limit=1000|INVALID_PARAMETER",
                "cursor=x|INVALID_CURSOR",
                "near='%20or%201=1--|INVALID_INPUT",
                "municipality=03404000%00|INVALID_PARAMETER"
            })
    void a_filter_that_cannot_be_is_refused(String query, String code) {
        FrontDoor.Reply reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        assertThat(reply.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=x"})
    void a_feed_has_no_pages(String query) {
        assertThat(ask(".csv", query).code()).isEqualTo("UNKNOWN_FILTER");
    }

    @Test
    void a_cursor_that_was_forged_leads_nowhere() {
        for (long day : List.of(-1L, Long.MIN_VALUE, Long.MAX_VALUE, 999_999_999L)) {
            String cursor = de.kim.kit.web.Cursor.after("free-places", day, 1).opaque();
            assertThat(ask("cursor=" + cursor).code()).isEqualTo("INVALID_CURSOR");
        }
        String other = de.kim.kit.web.Cursor.after("courses", 1, 1).opaque();
        assertThat(ask("cursor=" + other).code()).isEqualTo("INVALID_CURSOR");
    }

    @Test
    void a_feed_is_not_cut() {
        course(1, Map.of());
        jdbc.update(
                """
                insert into course_view (course_id, version, provider_id, course_type, state, begins,
                    plan, childcare, women_only, online, places, scheduled_on, changed_at)
                select gen_random_uuid(), 0, provider_id, course_type, state, begins, plan, childcare,
                    women_only, online, places, scheduled_on, changed_at
                from course_view, generate_series(1, 1000) where provider_id = ?
                """,
                provider);
        jdbc.update(
                """
                insert into course_section (course_id, number, begins, ends)
                select course_id, 1, '2027-02-01', '2027-03-05' from course_view
                where provider_id = ? on conflict do nothing
                """,
                provider);
        try {
            FrontDoor.Reply csv = ask(".csv", "full=true");
            assertThat(csv.status()).isEqualTo(422);
            assertThat(csv.code()).isEqualTo("FEED_TOO_LARGE");
            assertThat(ask(".csv", "full=true&from=2027-02-02").status()).isEqualTo(200);
        } finally {
            jdbc.update("delete from course_view where provider_id = ?", provider);
        }
    }

    private record Offer(UUID offer, UUID course) {}

    private static Arguments way(BiFunction<UUID, Offer, List<PublicEvent>> way) {
        return Arguments.of(way);
    }

    private static PlaceOffered offered(UUID referral, UUID offer, UUID course) {
        return new PlaceOffered(referral, offer, UUID.randomUUID(), course, 1, STARTS, LATER);
    }

    private static PlaceAccepted accepted(UUID referral, Offer offer) {
        return new PlaceAccepted(
                referral, offer.offer, offer.course, 1, STARTS, AnsweredBy.PERSON, false);
    }

    private static void say(long sequence, PublicEvent event) {
        WIRE.say(ALLOCATION, sequence, event);
    }

    private static void capacity(UUID course, int capacity) {
        say(1, new CapacitySet(course, capacity, capacity));
    }

    private int taken(UUID course) {
        Integer taken =
                jdbc.queryForObject(
                        "select count(*) from taken_place where course_id = ?",
                        Integer.class,
                        course);
        return taken == null ? 0 : taken;
    }

    private UUID begins(String begins, String ends) {
        return course(
                5,
                Map.of(
                        "sections",
                        List.of(Map.of("number", 1, "begins", begins, "ends", ends)),
                        "interruptions",
                        List.of()));
    }

    private UUID course(int places, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> all = new HashMap<>(changes);
        all.put("providerId", provider);
        all.put("places", places);
        FrontDoor.Reply reply = post(provider, "/api/courses", SampleBodies.course(all));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return id(reply.json());
    }

    private static UUID id(JsonNode course) {
        return UUID.fromString(course.path("courseId").asString());
    }

    private List<UUID> listed(String query) {
        return items(query).stream().map(FreePlacesTest::id).toList();
    }

    private List<JsonNode> items(String query) {
        FrontDoor.Reply reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("items").valueStream().toList();
    }

    private FrontDoor.Reply ask(String query) {
        return ask("", query);
    }

    /** Without a word about who asks. */
    private FrontDoor.Reply ask(String form, String query, String... headers) {
        String path =
                "/api/free-places"
                        + form
                        + "?"
                        + (query.contains("providerId")
                                ? query
                                : query + "&providerId=" + provider);
        FrontDoor door = FrontDoor.stranger(port());
        var request = door.request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return door.send(request.build());
    }
}
