package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.events.ConsentGiven;
import de.kim.events.EnteredInError;
import de.kim.events.Envelope;
import de.kim.events.InterestConfirmed;
import de.kim.events.InterestLapsed;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.Profile;
import de.kim.events.ReferralAmended;
import de.kim.events.ReferralCompleted;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralWithdrawn;
import de.kim.events.WishesChanged;
import de.kim.kit.web.FrontDoor;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A referral over HTTP, in the database and on Kafka. */
class ReferralStoryTest extends RunningReferrals {
    private static final String CATALOG = "course-catalog-service";
    private static final String ALLOCATION = "allocation-service";
    private static final String TEST =
            """
            {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
             "dispensable": false}
            """;

    @Test
    void a_referral_is_requested_and_everything_about_it_is_said_in_order() {
        String id = requested();
        assertThat(change(id, "placement-test", TEST)).isEqualTo(204);
        assertThat(change(id, "wishes", wishes())).isEqualTo(204);
        assertThat(change(id, "interest-confirmation", "{}")).isEqualTo(204);
        assertThat(change(id, "amendment", SampleBodies.amendment("03459024"))).isEqualTo(204);
        assertThat(change(id, "withdrawal", "{\"reason\": \"FOUND_WORK\"}")).isEqualTo(204);
        assertThat(change(id, "entry-error", "{}")).isEqualTo(204);

        List<Envelope> said = said(id, 7);
        assertThat(said)
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(
                        ReferralRequested.class,
                        PlacementTestRecorded.class,
                        WishesChanged.class,
                        InterestConfirmed.class,
                        ReferralAmended.class,
                        ReferralWithdrawn.class,
                        EnteredInError.class);
        assertThat(said).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(said).extracting(Envelope::body).containsOnly(BODY);
        assertThat(get(BODY, path(id)).json().path("state").asString()).isEqualTo("IN_ERROR");
    }

    @Test
    void the_event_carries_the_commitment_and_the_profile_travels_apart() {
        String id = requested(Map.of("birthDate", "1971-03-09"));
        assertThat(change(id, "amendment", SampleBodies.amendment("03459024"))).isEqualTo(204);
        List<Envelope> said = said(id, 2);
        eventually(
                () ->
                        assertThat(WIRE.profiles(UUID.fromString(id)))
                                .extracting(Profile::version)
                                .endsWith(2L));
        Profile last = WIRE.profiles(UUID.fromString(id)).getLast();
        assertThat(((ReferralAmended) said.getLast().event()).profileCommitment())
                .isEqualTo(last.commitment());
        assertThat(last.municipality()).isEqualTo("03459024");
        assertThat(said.toString()).doesNotContain("Muster", "1971", "03404000", "SYRIA");
        assertThat(
                        jdbc.queryForList(
                                "select convert_from(payload, 'UTF8') from event"
                                        + " where aggregate_id = ?",
                                String.class,
                                id))
                .hasSize(2)
                .noneMatch(stored -> stored.contains("Muster") || stored.contains("SYRIA"));
    }

    @Test
    void an_amendment_that_changes_nothing_is_no_event() {
        String id = requested();
        assertThat(change(id, "amendment", SampleBodies.amendment("03404000"))).isEqualTo(204);
        assertThat(get(BODY, path(id)).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void a_consent_is_said_as_well() {
        FrontDoor.Reply reply =
                as("mbe-1").post("/api/referrals", SampleBodies.referral(Map.of("consent", true)));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        String id = reply.json().path("referralId").asString();
        assertThat(said(id, 2).getLast().event()).isInstanceOf(ConsentGiven.class);
        assertThat(get("mbe-1", path(id)).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void another_body_finds_no_such_referral() {
        String id = requested();
        assertThat(get("massarbeit", path(id)).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get("massarbeit", "/api/referrals").text()).doesNotContain(id);
        assertThat(as("massarbeit").post(path(id) + "/placement-test", TEST).code())
                .isEqualTo("REFERRAL_NOT_FOUND");
    }

    @Test
    void who_has_seen_an_older_version_changes_nothing() {
        String id = requested();
        FrontDoor door = as(BODY);
        change(id, "placement-test", TEST);
        FrontDoor.Reply reply =
                door.send(
                        door.request(path(id) + "/wishes")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .header("Content-Type", "application/json")
                                .header("If-Match", "\"0\"")
                                .POST(BodyPublishers.ofString(wishes()))
                                .build());
        assertThat(reply.status()).isEqualTo(412);
        assertThat(get(BODY, path(id)).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void the_list_comes_in_pages() {
        String body = "abh-landkreis";
        for (int i = 0; i < 3; i++) {
            as(body).post("/api/referrals", SampleBodies.referral(Map.of()));
        }
        FrontDoor.Reply first = get(body, "/api/referrals?limit=2");
        String cursor = first.json().path("nextCursor").asString();
        FrontDoor.Reply second = get(body, "/api/referrals?limit=2&cursor=" + cursor);
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().path("nextCursor").asString("")).isEmpty();
    }

    @Test
    void a_course_start_completes_the_referral_once_whatever_the_order_of_arrival() {
        String id = requested();
        UUID course = UUID.randomUUID();
        UUID referral = UUID.fromString(id);
        LocalDate day = LocalDate.of(2026, 11, 2);
        var other = new ParticipantStarted(course, UUID.randomUUID(), day);
        var started = new ParticipantStarted(course, referral, day);
        WIRE.say(CATALOG, 2, started);
        WIRE.say(CATALOG, 2, started);
        WIRE.say(CATALOG, 1, other);
        WIRE.say(CATALOG, 1, other);
        WIRE.say(CATALOG, 2, started);
        List<Envelope> said = said(id, 2);
        assertThat(said).hasSize(2);
        assertThat(said.getLast().event()).isEqualTo(new ReferralCompleted(referral, course, day));
        // a last one, so that the repeated ones before it have been heard
        WIRE.say(CATALOG, 3, new ParticipantStarted(course, UUID.fromString(requested()), day));
        eventually(() -> assertThat(completions(course)).isEqualTo(2));
    }

    @Test
    void who_does_not_say_that_a_place_is_still_wanted_lapses_once_and_can_come_back() {
        String id = requested();
        UUID referral = UUID.fromString(id);
        LocalDate due = LocalDate.of(2026, 1, 10);
        WIRE.say(ALLOCATION, 1, breached(referral, ClockKind.SIX_WEEKS, due));
        WIRE.say(ALLOCATION, 2, breached(referral, ClockKind.INTEREST_LAPSE, due));
        WIRE.say(ALLOCATION, 3, breached(referral, ClockKind.INTEREST_LAPSE, due.plusDays(1)));
        assertThat(said(id, 2).getLast().event()).isInstanceOf(InterestLapsed.class);

        assertThat(as("kim").post(path(id) + "/interest-confirmation", "{}").status())
                .isEqualTo(204);

        assertThat(said(id, 3))
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(
                        ReferralRequested.class, InterestLapsed.class, InterestConfirmed.class);
    }

    private static ClockBreached breached(UUID referralId, ClockKind clock, LocalDate due) {
        return new ClockBreached(referralId, clock, due, null, null);
    }

    @Test
    void a_contact_is_given_for_a_purpose_and_the_reading_is_kept() {
        String id = requested();
        FrontDoor.Reply reply = get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        assertThat(reply.json().path("name").asString()).startsWith("Sample Muster");
        assertThat(reply.json().path("preferredLanguage").asString()).isEqualTo("ar");
        assertThat(
                        jdbc.queryForList(
                                "select body || ' ' || purpose from access_log"
                                        + " where referral_id = ?::uuid",
                                String.class,
                                id))
                .containsExactly("kim OFFER");
        assertThat(get("kim", "/api/contacts/" + id).status()).isEqualTo(400);
    }

    @Test
    void a_postal_address_is_given_with_the_contact() {
        var home = Map.of("street", "Beispielweg 1", "postCode", "49074", "town", "Osnabrück");
        String id =
                post("/api/referrals", SampleBodies.referral(Map.of("postalAddress", home)))
                        .json()
                        .path("referralId")
                        .asString();
        FrontDoor.Reply reply = get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        assertThat(reply.json().at("/postalAddress/street").asString()).isEqualTo("Beispielweg 1");
        assertThat(reply.json().at("/postalAddress/postCode").asString()).isEqualTo("49074");
        assertThat(reply.json().at("/postalAddress/town").asString()).isEqualTo("Osnabrück");
    }

    @Test
    void a_birth_date_is_compared_and_never_told_and_the_reading_is_kept() {
        String born = "1990-02-27";
        String id = requested(Map.of("birthDate", born));
        assertThat(compared(id, born).json().path("matches").asBoolean()).isTrue();
        FrontDoor.Reply wrong = compared(id, "1901-01-01");
        assertThat(wrong.json().path("matches").asBoolean()).isFalse();
        assertThat(wrong.text()).doesNotContain(born);
        assertThat(
                        jdbc.queryForList(
                                "select body || ' ' || purpose || ' ' || data_classes::text from access_log"
                                        + " where referral_id = ?::uuid",
                                String.class,
                                id))
                .containsExactly(
                        "kim BIRTH_DATE_CHECK {IDENTITY}", "kim BIRTH_DATE_CHECK {IDENTITY}");
        assertThat(compared(UUID.randomUUID().toString(), born).code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(compared(id, "28.02.1990").status()).isEqualTo(400);
    }

    private FrontDoor.Reply compared(String id, String birthDate) {
        String question =
                "{\"referralId\": \"%s\", \"birthDate\": \"%s\", \"salt\": \"%s\"}"
                        .formatted(id, birthDate, UUID.randomUUID());
        return as("kim").post("/api/birth-date-checks", question);
    }

    private @Nullable Integer completions(UUID course) {
        return jdbc.queryForObject(
                "select count(*) from referral_view where course_id = ?", Integer.class, course);
    }

    private String requested() {
        return requested(Map.of());
    }

    private String requested(Map<String, String> changes) {
        FrontDoor.Reply reply = post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        String id = reply.json().path("referralId").asString();
        assertThat(reply.header("Location")).isEqualTo(path(id));
        return id;
    }

    private int change(String id, String command, String json) {
        return post(path(id) + "/" + command, json).status();
    }

    private static String path(String id) {
        return "/api/referrals/" + id;
    }

    private static String wishes() {
        return "{\"wishes\": [{\"providerId\": \"traeger-01\"}], \"onlyWishes\": true}";
    }
}
