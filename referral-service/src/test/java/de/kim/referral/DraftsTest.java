package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ReferralRequested;
import de.kim.kit.web.BadInput;
import de.kim.kit.web.FrontDoor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** A referral may be written bit by bit; before it is made, nothing has happened. */
class DraftsTest extends RunningReferrals {
    private static final String DRAFTS = "/api/referral-drafts";

    @Autowired private ApplicationContext context;

    @Test
    void a_draft_is_begun_completed_and_made_a_referral() {
        FrontDoor.Reply begun = post(DRAFTS, "{\"firstName\": \"Probe\", \"phone\": \"0541 1\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(begun.header("ETag")).isEqualTo("\"0\"");
        String path = begun.header("Location");
        assertThat(begun.json().path("keptUntil").asString()).isEqualTo("2026-12-23");
        List<String> missing =
                List.of(
                        "birthDate",
                        "preferredLanguage",
                        "gender",
                        "municipality",
                        "nationalityGroup",
                        "languages",
                        "childcareNeeded",
                        "accessibilityNeeded",
                        "available",
                        "legalBasis",
                        "entitledOn");
        assertThat(texts(begun.json().path("missing"))).isEqualTo(missing);

        FrontDoor.Reply tooEarly = post(path + "/submit", "{}");
        assertThat(tooEarly.status()).isEqualTo(400);
        assertThat(tooEarly.code()).isEqualTo("INVALID_INPUT");
        assertThat(tooEarly.json().path("errors"))
                .extracting(it -> it.path("field").asString())
                .isEqualTo(missing);

        FrontDoor.Reply changed = as(BODY).put(path, SampleBodies.referral(Map.of()));
        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(get(BODY, path).json().path("missing")).isEmpty();

        FrontDoor.Reply made = post(path + "/submit", "{}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = id(path);
        assertThat(made.json().path("referralId").asString()).isEqualTo(id);
        assertThat(made.header("Location")).isEqualTo("/api/referrals/" + id);
        assertThat(said(id, 1).getFirst().event()).isInstanceOf(ReferralRequested.class);
        assertThat(get(BODY, path).code()).isEqualTo("DRAFT_NOT_FOUND");
        assertThat(post(path + "/submit", "{}").code()).isEqualTo("DRAFT_NOT_FOUND");
        // who read the draft has read the person's data
        assertThat(get(BODY, "/api/referrals/" + id + "/access-log").text())
                .contains("\"purpose\":\"DRAFT\"");
    }

    @Test
    void what_a_rule_refuses_leaves_the_draft_as_it_was() {
        String path = begun(Map.of("birthDate", "2015-01-01"));
        assertThat(post(path + "/submit", "{}").code()).isEqualTo("TOO_YOUNG");
        assertThat(get(BODY, path).status()).isEqualTo(200);
    }

    @Test
    void a_draft_shows_what_was_written_and_nothing_else() {
        String path =
                begun(
                        Map.of(
                                "birthDate",
                                "00.00.1990",
                                "registration",
                                Map.of("birthPlace", "Musterstadt")));
        JsonNode referral = get(BODY, path).json().path("referral");
        assertThat(referral.path("birthDate").asString()).isEqualTo("1990-00-00");
        assertThat(referral.at("/registration/birthPlace").asString()).isEqualTo("Musterstadt");
        assertThat(referral.has("note")).isFalse();
    }

    @Test
    void another_body_finds_no_draft() {
        String path = begun(Map.of());
        FrontDoor other = as("massarbeit");
        assertThat(other.get(path).code()).isEqualTo("DRAFT_NOT_FOUND");
        assertThat(other.put(path, "{}").code()).isEqualTo("DRAFT_NOT_FOUND");
        assertThat(other.delete(path).code()).isEqualTo("DRAFT_NOT_FOUND");
        assertThat(other.post(path + "/submit", "{}").code()).isEqualTo("DRAFT_NOT_FOUND");
        assertThat(other.get(DRAFTS + "?limit=200").text()).doesNotContain(id(path));
        assertThat(get(BODY, path).status()).isEqualTo(200);
    }

    @Test
    void the_list_names_people_in_pages_and_each_reading_is_logged() {
        String body = "abh-stadt";
        for (int drafts = 0; drafts < 3; drafts++) {
            as(body).post(DRAFTS, "{\"surname\": \"Muster-%d\"}".formatted(drafts));
        }
        FrontDoor.Reply first = get(body, DRAFTS + "?limit=2");
        String cursor = first.json().path("nextCursor").asString();
        FrontDoor.Reply second = get(body, DRAFTS + "?limit=2&cursor=" + cursor);
        assertThat(first.json().at("/items/0/surname").asString()).isEqualTo("Muster-0");
        assertThat(first.json().at("/items/0/missing")).isNotEmpty();
        assertThat(first.json().path("items")).hasSize(2);
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(readings(second.json().at("/items/0/draftId").asString())).contains("DRAFTS");
    }

    @Test
    void who_has_seen_an_older_version_changes_deletes_and_submits_nothing() {
        String path = begun(Map.of());
        assertThat(as(BODY).put(path, "{}").status()).isEqualTo(204);
        assertThat(seenFirst(path).PUT(BodyPublishers.ofString("{}"))).satisfies(this::isRefused);
        assertThat(seenFirst(path).DELETE()).satisfies(this::isRefused);
        assertThat(seenFirst(path + "/submit").POST(BodyPublishers.ofString("{}")))
                .satisfies(this::isRefused);
        assertThat(get(BODY, path).header("ETag")).isEqualTo("\"1\"");
    }

    private HttpRequest.Builder seenFirst(String path) {
        return as(BODY).request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"");
    }

    private void isRefused(HttpRequest.Builder request) {
        assertThat(as(BODY).send(request.build()).status()).isEqualTo(412);
    }

    @Test
    void with_a_draft_its_key_goes_and_a_late_repetition_does_not_bring_it_back() {
        String key = UUID.randomUUID().toString();
        String body = SampleBodies.referral(Map.of());
        String path = as(BODY).post(DRAFTS, body, key).header("Location");
        Path file = file(ring(path));
        assertThat(file).exists();
        assertThat(as(BODY).delete(path).status()).isEqualTo(204);
        assertThat(file).doesNotExist();
        assertThat(as(BODY).post(DRAFTS, body, key).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(as(BODY).delete(path).code()).isEqualTo("DRAFT_NOT_FOUND");
    }

    /** The database is older than the deletion. */
    @Test
    void a_draft_in_a_restored_database_is_deleted_again() {
        String path = begun(Map.of());
        String row =
                jdbc.queryForObject(
                        "select row_to_json(d)::text from vault.draft d where draft_id = ?::uuid",
                        String.class,
                        id(path));
        as(BODY).delete(path);
        jdbc.update(
                """
                insert into vault.draft overriding system value
                select * from json_populate_record(null::vault.draft, ?::json)
                """,
                row);
        assertThat(get(BODY, path).code()).isEqualTo("DRAFT_NOT_FOUND");
        context.getBean("erasuresAgain", SmartLifecycle.class).start();
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from vault.draft where draft_id = ?::uuid",
                                Integer.class,
                                id(path)))
                .isZero();
    }

    @Test
    void every_field_of_a_referral_may_stand_in_a_draft_and_what_is_there_must_be_right() {
        BadInput.against(
                        as(BODY),
                        DRAFTS,
                        SampleBodies.referral(
                                Map.of(
                                        "note",
                                        "a note",
                                        "centralNumber",
                                        "123456789012",
                                        "lapsesOn",
                                        "2027-01-15",
                                        "wishes",
                                        List.of(Map.of("providerId", "traeger-01")),
                                        "registration",
                                        Map.of("birthPlace", "Musterstadt"))))
                .optional("surname", "firstName", "birthDate", "fileNumber", "centralNumber")
                .optional("note", "email", "preferredLanguage", "gender", "municipality")
                .optional("nationalityGroup", "languages", "childcareNeeded")
                .optional("accessibilityNeeded", "available", "legalBasis", "entitledOn")
                .optional("lapsesOn", "wishes", "registration", "registration.birthPlace")
                .names("surname", "firstName", "note")
                .stored(this::stored)
                .check();
    }

    private String begun(Map<String, ?> changes) {
        FrontDoor.Reply reply = post(DRAFTS, SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.header("Location");
    }

    private static String id(String path) {
        return path.substring(DRAFTS.length() + 1);
    }

    private UUID ring(String path) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select keyring_id from vault.draft where draft_id = ?::uuid",
                        UUID.class,
                        id(path)));
    }

    private static Path file(UUID ring) {
        return KEYS.resolve("rings").resolve(ring.toString().substring(0, 2)).resolve("" + ring);
    }

    private List<String> readings(String id) {
        return jdbc.queryForList(
                "select purpose from access_log where referral_id = ?::uuid", String.class, id);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
