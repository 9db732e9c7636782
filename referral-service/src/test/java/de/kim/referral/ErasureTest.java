package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.ConsentRevoked;
import de.kim.events.DataClass;
import de.kim.events.Envelope;
import de.kim.events.PersonErased;
import de.kim.events.ReferralWithdrawn;
import de.kim.kit.access.Role;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestToken;
import de.kim.kit.web.FrontDoor;
import de.kim.referral.write.vault.Destruction;
import de.kim.referral.write.vault.KeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/** A person is erased, and what happened stays. */
class ErasureTest extends RunningReferrals {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired private KeyStore keys;
    @Autowired private ApplicationContext context;

    @Test
    void an_erased_person_is_gone_and_the_history_stays() throws IOException {
        String id =
                requested(
                        BODY,
                        Map.of(
                                "note",
                                "a note",
                                "registration",
                                Map.of("birthPlace", "Musterstadt")));
        String test =
                """
                {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
                 "dispensable": false, "background": {"schoolYears": 9}}
                """;
        assertThat(post(path(id) + "/placement-test", test).status()).isEqualTo(204);
        String correction =
                """
                {"reason": "TYPING_ERROR", "remark": "a remark",
                 "identity": {"surname": "Muster-Berichtigt", "birthDate": "1990-05-17"}}
                """;
        assertThat(post(path(id) + "/correction", correction).status()).isEqualTo(204);
        UUID ring = ring(id);
        eventually(() -> assertThat(WIRE.profiles(UUID.fromString(id))).isNotEmpty());

        assertThat(post(path(id) + "/erasure", "{}").status()).isEqualTo(204);
        assertThat(post(path(id) + "/erasure", "{}").status()).isEqualTo(204);

        assertThat(file(ring)).doesNotExist();
        assertThat(keys.destructions())
                .filteredOn(it -> it.ringId().equals(ring))
                .singleElement()
                .satisfies(it -> assertThat(it.keys()).containsOnlyKeys(DataClass.values()));
        assertThat(rows(id)).isZero();
        assertThat(said(id, 4)).hasSizeGreaterThanOrEqualTo(4);
        eventually(
                () -> assertThat(said(id, 4).getLast().event()).isInstanceOf(PersonErased.class));
        List<Envelope> said = said(id, 4);
        assertThat(said.getLast().event()).isEqualTo(new PersonErased(UUID.fromString(id), TODAY));
        eventually(() -> assertThat(WIRE.isErased(UUID.fromString(id))).isTrue());
        assertThat(get(BODY, path(id)).json().path("state").asString()).isEqualTo("ERASED");
        assertThat(get(BODY, path(id)).json().path("erasedOn").asString()).isEqualTo("2026-11-23");
        assertThat(contact(id).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(post(path(id) + "/amendment", SampleBodies.amendment("03459024")).code())
                .isEqualTo("PERSON_ERASED");
        assertThat(post(path(id) + "/interest-confirmation", "{}").code())
                .isEqualTo("PERSON_ERASED");
        assertThat(get(BODY, path(id) + "/export").json().has("person")).isFalse();
    }

    @Test
    void another_bodys_person_is_not_erased() {
        String id = requested(BODY, Map.of());
        assertThat(as("massarbeit").post(path(id) + "/erasure", "{}").code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(contact(id).status()).isEqualTo(200);
    }

    @Test
    void a_late_repetition_of_the_request_does_not_bring_the_person_back() {
        String key = UUID.randomUUID().toString();
        String body = SampleBodies.referral(Map.of());
        String id = id(as(BODY).post("/api/referrals", body, key));
        String digest = digest(key);
        assertThat(digest).isNotEmpty();
        post(path(id) + "/erasure", "{}");
        assertThat(digest(key)).isEmpty();
        List<Long> before = stored();
        assertThat(as(BODY).post("/api/referrals", body, key).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void every_referral_of_the_person_is_erased_and_nobody_elses() {
        String one = requested(BODY, Map.of());
        String linked = requested("massarbeit", Map.of());
        String stranger = requested(BODY, Map.of());
        // what linking two referrals of one person comes to
        jdbc.update(
                "update vault.person set person = (select person from vault.person"
                        + " where referral_id = ?::uuid) where referral_id = ?::uuid",
                one,
                linked);
        post(path(one) + "/erasure", "{}");
        assertThat(contact(one).status()).isEqualTo(404);
        assertThat(contact(linked).status()).isEqualTo(404);
        assertThat(contact(stranger).status()).isEqualTo(200);
        assertThat(said(linked, 2).getLast().event()).isInstanceOf(PersonErased.class);
    }

    @Test
    void who_returns_gets_new_keys() {
        String first = requested(BODY, Map.of());
        UUID ring = ring(first);
        post(path(first) + "/erasure", "{}");
        String again = requested(BODY, Map.of());
        assertThat(ring(again)).isNotEqualTo(ring);
        assertThat(contact(again).json().path("name").asString()).startsWith("Sample Muster");
    }

    @Test
    void keys_that_could_not_be_destroyed_are_destroyed_later() throws IOException {
        String id = requested(BODY, Map.of());
        UUID ring = ring(id);
        requestedAndErased();
        Path list = KEYS.resolve("destroyed");
        Path away = KEYS.resolve("destroyed.away");
        Files.move(list, away);
        Files.createDirectory(list);
        try {
            assertThat(post(path(id) + "/erasure", "{}").status()).isEqualTo(204);
            assertThat(file(ring)).exists();
        } finally {
            Files.delete(list);
            Files.move(away, list);
        }
        eventually(() -> assertThat(file(ring)).doesNotExist());
        eventually(() -> assertThat(rowsOf("vault.key_destruction")).isZero());
    }

    /** The database is older than the erasure: only the list beside the keys knows of it. */
    @Test
    void who_is_in_a_restored_database_is_erased_again_before_anybody_is_answered() {
        String erased = requested(BODY, Map.of());
        String partly = requested(BODY, Map.of());
        keys.destroy(destruction(erased, true, DataClass.values()));
        keys.destroy(destruction(partly, false, DataClass.CONTACT));
        assertThat(contact(erased).status()).isEqualTo(404);

        context.getBean("erasuresAgain", SmartLifecycle.class).start();

        assertThat(rows(erased)).isZero();
        assertThat(said(erased, 2).getLast().event()).isInstanceOf(PersonErased.class);
        eventually(() -> assertThat(WIRE.isErased(UUID.fromString(erased))).isTrue());
        assertThat(contact(partly).status()).isEqualTo(404);
        assertThat(get(BODY, path(partly) + "/export").json().path("person").has("identity"))
                .isTrue();
        assertThat(get(BODY, path(partly) + "/export").json().path("person").has("contact"))
                .isFalse();
    }

    @Test
    void revoking_the_consent_that_a_referral_rests_on_ends_it_and_erases_the_person() {
        String id = requested("mbe-1", Map.of("consent", true));
        FrontDoor.Reply reply =
                as("mbe-1").post(path(id) + "/consent-revocation", "{\"purpose\": \"REFERRAL\"}");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(said(id, 5).subList(2, 5))
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(ConsentRevoked.class, ReferralWithdrawn.class, PersonErased.class);
        assertThat(contact(id).status()).isEqualTo(404);
        assertThat(rows(id)).isZero();
    }

    @Test
    void a_revoked_contact_is_deleted_and_comes_back_with_a_new_consent_only() {
        String id = requested(BODY, Map.of());
        String contactConsent = "{\"purpose\": \"CONTACT\"}";
        post(path(id) + "/consent", contactConsent);
        post(path(id) + "/consent-revocation", contactConsent);
        assertThat(contact(id).status()).isEqualTo(404);
        String amendment = SampleBodies.amendment("03404000");
        assertThat(post(path(id) + "/amendment", amendment).code()).isEqualTo("CONTACT_REVOKED");
        post(path(id) + "/consent", contactConsent);
        assertThat(post(path(id) + "/amendment", amendment).status()).isEqualTo(204);
        assertThat(contact(id).json().path("email").asString()).isEqualTo("sample@example.org");
        // the new contact has a new key: the old destruction does not concern it
        context.getBean("erasuresAgain", SmartLifecycle.class).start();
        assertThat(contact(id).status()).isEqualTo(200);
    }

    @Test
    void an_export_holds_everything_and_is_logged_itself() {
        String id =
                requested(
                        BODY,
                        Map.of(
                                "surname",
                                "Muster",
                                "note",
                                "a note",
                                "phone",
                                "0541 123",
                                "birthDate",
                                "1990-02-28",
                                "fileNumber",
                                "SAMPLE-X"));
        contact(id);
        var export = get(BODY, path(id) + "/export").json();
        assertThat(export.path("referral").path("legalBasis").asString())
                .isEqualTo("OBLIGED_JOBCENTER");
        var person = export.path("person");
        assertThat(person.path("identity").path("surname").asString()).isEqualTo("Muster");
        assertThat(person.path("identity").path("birthDate").asString()).isEqualTo("1990-02-28");
        assertThat(person.path("contact").path("phone").asString()).isEqualTo("0541 123");
        assertThat(person.path("fileNumbers").path("fileNumber").asString()).isEqualTo("SAMPLE-X");
        assertThat(person.path("freeText").path("note").asString()).isEqualTo("a note");
        assertThat(person.path("profile").path("nationalityGroup").asString()).isEqualTo("SYRIA");
        assertThat(export.path("history").get(0).path("type").asString())
                .isEqualTo("ReferralHistory.Requested");
        assertThat(export.path("readings").valueStream().map(it -> it.path("purpose").asString()))
                .containsExactly("OFFER", "EXPORT");
        var log = get(BODY, path(id) + "/access-log?limit=1").json();
        assertThat(log.path("items").get(0).path("body").asString()).isEqualTo("kim");
        assertThat(log.path("items").get(0).path("dataClasses"))
                .extracting(it -> it.asString())
                .containsExactly("IDENTITY", "CONTACT");
        var next = get(BODY, path(id) + "/access-log?cursor=" + log.path("nextCursor").asString());
        assertThat(next.json().path("items").get(0).path("purpose").asString()).isEqualTo("EXPORT");
        assertThat(get("massarbeit", path(id) + "/export").code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get("massarbeit", path(id) + "/access-log").code())
                .isEqualTo("REFERRAL_NOT_FOUND");
    }

    @Test
    void who_acted_for_a_body_is_shown_to_that_body_and_to_auditors() {
        String id = requested(BODY, Map.of());
        TestToken clerk = new TestToken(TestIssuer.usual()).of(BODY, Role.REFERRER);
        FrontDoor.withToken(port(), clerk.with("sub", "clerk-7").signed())
                .get(path(id) + "/export");
        contact(id);
        assertThat(accounts(BODY, id)).containsExactly("clerk-7", "");
        assertThat(accounts("revision", id)).containsExactly("clerk-7", "kim");
        post(path(id) + "/erasure", "{}");
        assertThat(accounts("revision", id)).containsExactly("clerk-7", "kim");
        assertThat(get("revision", path(UUID.randomUUID().toString()) + "/access-log").code())
                .isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get(BODY, path(id) + "/export").json().path("readings"))
                .allSatisfy(it -> assertThat(it.has("account")).isFalse());
    }

    private List<String> accounts(String reader, String id) {
        return get(reader, path(id) + "/access-log")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("account").asString(""))
                .toList();
    }

    private void requestedAndErased() {
        post(path(requested(BODY, Map.of())) + "/erasure", "{}");
    }

    private Destruction destruction(String id, boolean whole, DataClass... classes) {
        Map<DataClass, UUID> gone = new EnumMap<>(DataClass.class);
        for (DataClass each : classes) {
            jdbc.queryForList(
                            "select key_id from vault.document"
                                    + " where referral_id = ?::uuid and data_class = ?",
                            UUID.class,
                            id,
                            each.name())
                    .forEach(key -> gone.put(each, key));
        }
        return new Destruction(UUID.fromString(id), ring(id), gone, whole, TODAY);
    }

    private UUID ring(String id) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select keyring_id from vault.person where referral_id = ?::uuid",
                        UUID.class,
                        id));
    }

    private static Path file(UUID ring) {
        return KEYS.resolve("rings").resolve(ring.toString().substring(0, 2)).resolve("" + ring);
    }

    private long rows(String id) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select (select count(*) from vault.person where referral_id = ?::uuid)"
                                + " + (select count(*) from vault.document where referral_id = ?::uuid)",
                        Long.class,
                        id,
                        id));
    }

    private long rowsOf(String table) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    private String digest(String key) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select request_hash from idempotency where key = ?", String.class, key));
    }

    private FrontDoor.Reply contact(String id) {
        return get("kim", "/api/contacts/" + id + "?purpose=OFFER");
    }

    private static String path(String id) {
        return "/api/referrals/" + id;
    }

    private String requested(String body, Map<String, Object> changes) {
        return id(as(body).post("/api/referrals", SampleBodies.referral(changes)));
    }

    private static String id(FrontDoor.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }
}
