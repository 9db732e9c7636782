package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.kit.web.FrontDoor;
import de.kim.referral.write.vault.Personal;
import de.kim.referral.write.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of people stands in the database in no form that can be read there. */
class VaultTest extends RunningReferrals {
    private static final Map<String, String> CANARY =
            Map.of(
                    "surname",
                    "Kanarienvogel",
                    "firstName",
                    "Zitronengelb",
                    "birthDate",
                    "1987-03-14",
                    "fileNumber",
                    "AZ-4711-0815",
                    "email",
                    "gelb@kanarien.example",
                    "phone",
                    "0541 4711 0815",
                    "note",
                    "singt am Morgen");

    @Autowired private Vault vault;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void no_table_holds_what_is_known_of_a_person() {
        String id = requested(CANARY);
        as(BODY).post("/api/referrals/" + id + "/amendment", SampleBodies.amendment("03459024"));
        as(BODY).post("/api/referral-drafts", SampleBodies.referral(CANARY));
        String correction =
                """
                {"reason": "OTHER", "remark": "singt am Morgen",
                 "registration": {"birthPlace": "Kanarienvogel", "nationalities": ["SY"]}}
                """;
        as(BODY).post("/api/referrals/" + id + "/correction", correction);
        get("kim", "/api/contacts/" + id + "?purpose=OFFER");

        List<String> tables =
                jdbc.queryForList(
                        "select format('%I.%I', schemaname, tablename) from pg_tables where"
                                + " schemaname not in ('pg_catalog', 'information_schema')"
                                + " and tablename <> 'flyway_schema_history'",
                        String.class);
        StringBuilder everything = new StringBuilder();
        for (String table : tables) {
            jdbc.queryForList("select t::text from " + table + " t", String.class)
                    .forEach(row -> everything.append(row).append('\n'));
        }
        // the search works: what may be found is found
        assertThat(everything).contains(id, "IDENTITY");
        for (String secret : CANARY.values()) {
            assertThat(everything).doesNotContain(secret).doesNotContain(hex(secret));
        }
        assertThat(everything).doesNotContain("SYRIA", hex("SYRIA"));
    }

    @Test
    void a_document_in_another_persons_row_cannot_be_read() {
        String one = requested(Map.of());
        String other = requested(Map.of("surname", "Andere"));
        jdbc.update(
                """
                update vault.document d set ciphertext = o.ciphertext, key_id = o.key_id
                from vault.document o
                where d.referral_id = ?::uuid and o.referral_id = ?::uuid
                    and d.data_class = 'IDENTITY' and o.data_class = 'IDENTITY'
                """,
                one,
                other);
        jdbc.update(
                """
                update vault.person p set keyring_id = o.keyring_id from vault.person o
                where p.referral_id = ?::uuid and o.referral_id = ?::uuid
                """,
                one,
                other);
        FrontDoor.Reply reply = get("kim", "/api/contacts/" + one + "?purpose=OFFER");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain("Andere");
    }

    @Test
    void every_reading_is_logged_with_body_purpose_and_classes() {
        String id = requested(Map.of());
        get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        as(BODY).post("/api/referrals/" + id + "/amendment", SampleBodies.amendment("03459024"));
        assertThat(
                        jdbc.queryForList(
                                "select body || ' ' || account || ' ' || purpose || ' ' || data_classes::text"
                                        + " from access_log where referral_id = ?::uuid order by id",
                                String.class,
                                id))
                .containsExactly(
                        "kim kim OFFER {IDENTITY,CONTACT}",
                        BODY + " " + BODY + " AMENDMENT {IDENTITY,ATTRIBUTES}");
    }

    @Test
    void what_was_amended_is_read_afterwards() {
        String id = requested(Map.of());
        String amendment = SampleBodies.amendment("03459024").replace("sample@", "new@");
        as(BODY).post("/api/referrals/" + id + "/amendment", amendment);
        FrontDoor.Reply reply = get("kim", "/api/contacts/" + id + "?purpose=OFFER");
        assertThat(reply.json().path("email").asString()).isEqualTo("new@example.org");
    }

    @Test
    void what_is_refused_leaves_no_keys() throws IOException {
        requested(Map.of());
        long before = rings();
        assertThat(before).isPositive();
        String tooYoung = SampleBodies.referral(Map.of("birthDate", "2015-01-01"));
        assertThat(post("/api/referrals", tooYoung).code()).isEqualTo("TOO_YOUNG");
        String key = UUID.randomUUID().toString();
        String body = SampleBodies.referral(Map.of());
        assertThat(as(BODY).post("/api/referrals", body, key).status()).isEqualTo(201);
        assertThat(as(BODY).post("/api/referrals", body, key).status()).isEqualTo(201);
        assertThat(rings()).isEqualTo(before + 1);
    }

    @Test
    void without_a_place_for_its_keys_nothing_is_stored() throws IOException {
        requested(Map.of());
        List<Long> before = stored();
        Path rings = KEYS.resolve("rings");
        Path away = KEYS.resolve("rings.away");
        Files.move(rings, away);
        try {
            FrontDoor.Reply reply = post("/api/referrals", SampleBodies.referral(Map.of()));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(stored()).isEqualTo(before);
        } finally {
            Files.move(away, rings);
        }
        requested(Map.of());
    }

    @Test
    void keys_of_what_was_rolled_back_are_thrown_away() throws IOException {
        long before = rings();
        UUID id = UUID.randomUUID();
        var known = List.<Personal>of(new Personal.FileNumbers("SAMPLE-2", null));
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> {
                            vault.open(id, UUID.randomUUID(), known, profile(id));
                            status.setRollbackOnly();
                        });
        assertThat(rings()).isEqualTo(before);
    }

    private static Profile profile(UUID referralId) {
        return new Profile(
                referralId,
                1,
                "00",
                Gender.DIVERSE,
                AgeBand.FROM_18_TO_26,
                "03404000",
                NationalityGroup.SYRIA,
                List.of(),
                false,
                false,
                List.of());
    }

    private static long rings() throws IOException {
        try (var files = Files.walk(KEYS.resolve("rings"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private String requested(Map<String, String> changes) {
        FrontDoor.Reply reply = post("/api/referrals", SampleBodies.referral(changes));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("referralId").asString();
    }
}
