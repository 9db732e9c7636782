package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.audit.note.Checkpoint;
import de.kim.audit.note.KeySuccession;
import de.kim.audit.note.PublicKeyLine;
import de.kim.audit.note.SignedNote;
import de.kim.events.Envelope;
import de.kim.events.ReferralQueued;
import de.kim.events.Topic;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.RawEvent;
import de.kim.kit.web.FrontDoor;
import de.kim.reporting.read.Ledger;
import de.kim.rules.tree.GrowingTree;
import de.kim.rules.tree.Hash;
import de.kim.rules.tree.Proofs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The ledger proves itself to whoever asks, and to nobody's disadvantage. */
class LedgerTest extends Reporting {
    private final CloudEventJson events = new CloudEventJson();

    @Autowired private Ledger ledger;
    @Autowired private PlatformTransactionManager transactions;

    @Test
    void an_event_is_proven_to_stand_in_what_was_signed() {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        awaitSigned();
        JsonNode proof = json("/api/ledger/inclusion?event=" + said.id());
        Checkpoint checkpoint = checkpoint(proof.get("size").longValue());
        assertThat(
                        Proofs.includes(
                                Hash.leaf(events.write(said)),
                                proof.get("index").longValue(),
                                proof.get("size").longValue(),
                                hashes(proof.get("path")),
                                checkpoint.root()))
                .isTrue();
        assertThat(json("/api/ledger/inclusion?index=" + proof.get("index")))
                .isEqualTo(json("/api/ledger/inclusion?event=" + said.id()));
    }

    @Test
    void what_comes_twice_or_in_the_wrong_order_is_in_the_tree_once_and_in_its_place() {
        Envelope queued = SOURCES.next(queuedThen(), Sources.NOON);
        Envelope offered = SOURCES.next(offered(), Sources.NOON);
        Envelope accepted = SOURCES.next(accepted(), Sources.NOON);
        for (Envelope event : List.of(accepted, offered, accepted, queued, offered, queued)) {
            SOURCES.publish(Topic.ALLOCATIONS, event);
        }
        awaitTypes(referral, 3);
        awaitSigned();
        assertThat(types(referral)).hasSize(3);
        assertTreeIsThatOfTheEvents();
    }

    @Test
    void the_signed_ledger_goes_on_from_what_was_signed_before() {
        story();
        awaitSigned();
        Checkpoint before = latest();
        request(UUID.randomUUID(), REGISTERED);
        await().until(() -> latest().size() > before.size());
        Checkpoint after = latest();
        JsonNode proof =
                json(
                        "/api/ledger/consistency?from=%d&to=%d"
                                .formatted(before.size(), after.size()));
        assertThat(
                        Proofs.isConsistent(
                                before.size(),
                                before.root(),
                                after.size(),
                                after.root(),
                                hashes(proof.get("path"))))
                .isTrue();
        assertThat(Hash.ofBase64(proof.get("fromRoot").stringValue())).isEqualTo(before.root());
    }

    @Test
    void two_writers_at_once_leave_no_gap_and_one_tree() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try (ExecutorService instances = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                writers.add(
                        instances.submit(
                                () -> {
                                    for (int i = 0; i < 60; i++) {
                                        RawEvent event = raw();
                                        transaction.executeWithoutResult(
                                                status -> ledger.append(event, null));
                                    }
                                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        awaitSigned();
        assertTreeIsThatOfTheEvents();
    }

    @Test
    void a_ledger_that_was_filled_without_a_tree_gets_the_same_one() throws Exception {
        story();
        awaitSigned();
        Hash root = latest().root();
        try (Connection owner = POSTGRES.connectAsOwner()) {
            owner.setAutoCommit(false);
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            List<String> before = nodes(database);
            database.update("delete from ledger_node");
            database.execute("select ledger_grow_nodes()");
            assertThat(nodes(database)).isEqualTo(before).isNotEmpty();
            owner.commit();
        }
        assertThat(latest().root()).isEqualTo(root);
        assertTreeIsThatOfTheEvents();
    }

    @Test
    void the_same_event_with_other_bytes_raises_an_alarm_and_changes_nothing() {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        String line = new String(events.write(said), StandardCharsets.UTF_8);
        byte[] other =
                line.replace("jobcenter-stadt", "jobcenter-land").getBytes(StandardCharsets.UTF_8);
        SOURCES.send(Topic.REFERRALS, said.subject(), events.write(said));
        SOURCES.send(Topic.REFERRALS, said.subject(), other);
        SOURCES.send(Topic.REFERRALS, said.subject(), other);
        String detail = Hash.leaf(other).toString();
        await().until(() -> alarms("SAME_ID_OTHER_BYTES", detail) == 1);
        request(UUID.randomUUID(), REGISTERED);
        assertThat(alarms("SAME_ID_OTHER_BYTES", Hash.leaf(events.write(said)).toString()))
                .isZero();
        assertThat(types(referral)).hasSize(1);
        assertTreeIsThatOfTheEvents();
    }

    @Test
    void an_id_that_was_used_for_another_event_raises_an_alarm() {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        String queued =
                new String(
                        events.write(SOURCES.next(queuedThen(), Sources.NOON)),
                        StandardCharsets.UTF_8);
        String reused = queued.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + said.id() + "\"");
        SOURCES.send(
                Topic.ALLOCATIONS, referral.toString(), reused.getBytes(StandardCharsets.UTF_8));
        await().until(() -> alarms("SAME_ID_OTHER_BYTES", "event " + said.id()) == 1);
    }

    @Test
    void a_byte_that_was_changed_in_the_database_is_named() throws Exception {
        Envelope said = SOURCES.say(Topic.REFERRALS, requested());
        awaitTypes(referral, 1);
        long index = one("select index from ledger where event_id = ?", Long.class, said.id());
        byte[] changed = events.write(said);
        changed[changed.length / 2] ^= 1;
        try (Connection owner = POSTGRES.connectAsOwner()) {
            JdbcTemplate database = new JdbcTemplate(new SingleConnectionDataSource(owner, true));
            String change = "update ledger set bytes = ? where event_id = ?";
            database.update(change, changed, said.id());
            try {
                await().until(() -> alarms("LEDGER_CHANGED", "event " + index) == 1);
            } finally {
                database.update(change, events.write(said), said.id());
            }
        }
    }

    @Test
    void a_database_that_was_put_back_is_not_signed_until_it_is_where_it_was() throws Exception {
        story();
        awaitSigned();
        Path last = KEYS.resolve("last-checkpoint");
        String signed = Files.readString(last);
        long size = latest().size();
        Files.writeString(last, signed.replace("\n" + size + "\n", "\n" + (size + 3) + "\n"));
        try {
            request(UUID.randomUUID(), REGISTERED);
            await().until(() -> alarms("NOT_WHAT_WAS_SIGNED", (size + 3) + " events") == 1);
            assertThat(latest().size()).isEqualTo(size);
            assertProblem("/api/ledger/bundle?quarter=2026Q4", 503, "LEDGER_NOT_SIGNABLE");
        } finally {
            Files.writeString(last, signed);
        }
        await().until(() -> latest().size() > size);
    }

    @Test
    void a_new_key_signs_with_the_word_of_the_old_one() {
        story();
        awaitSigned();
        PublicKeyLine old = keys().getLast();
        FrontDoor.Reply reply = door.post("/api/ledger/keys/rotate", "{}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        PublicKeyLine fresh = PublicKeyLine.parse(reply.json().get("line").stringValue());
        assertThat(keys().getLast()).isEqualTo(fresh).isNotEqualTo(old);
        JsonNode entry = json("/api/ledger/keys").valueStream().toList().getLast();
        assertThat(
                        KeySuccession.voucher(
                                SignedNote.parse(entry.get("succession").stringValue()),
                                fresh,
                                List.of(old)))
                .contains(old);
        long size = latest().size();
        request(UUID.randomUUID(), REGISTERED);
        await().until(() -> latest().size() > size);
        assertThat(note().signer(List.of(fresh))).contains(fresh);
        assertThat(note().signer(List.of(old))).isEmpty();
    }

    @Test
    void the_private_key_is_readable_for_its_owner_alone() throws Exception {
        story();
        awaitSigned();
        Path file = KEYS.resolve(keys().getLast().id() + ".key");
        assertThat(Files.getPosixFilePermissions(file))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void bad_questions_are_refused_by_code() {
        story();
        awaitSigned();
        String inclusion = "/api/ledger/inclusion";
        assertProblem(inclusion, 422, "EVENT_UNCLEAR");
        assertProblem(inclusion + "?index=0&event=" + UUID.randomUUID(), 422, "EVENT_UNCLEAR");
        assertProblem(inclusion + "?event=" + UUID.randomUUID(), 404, "EVENT_UNKNOWN");
        assertProblem(inclusion + "?index=-1", 404, "EVENT_UNKNOWN");
        assertProblem(inclusion + "?index=" + Long.MAX_VALUE, 404, "EVENT_UNKNOWN");
        assertProblem(inclusion + "?index=0&size=0", 422, "TREE_SIZE_INVALID");
        assertProblem(inclusion + "?index=0&size=" + Long.MAX_VALUE, 422, "TREE_SIZE_INVALID");
        assertProblem(inclusion + "?index=one", 400, "INVALID_PARAMETER");
        assertProblem(inclusion + "?event=one", 400, "INVALID_PARAMETER");
        assertProblem("/api/ledger/consistency?from=0&to=1", 422, "TREE_SIZE_INVALID");
        assertProblem("/api/ledger/consistency?from=2&to=1", 422, "TREE_SIZE_INVALID");
        assertProblem(
                "/api/ledger/consistency?from=1&to=" + Long.MAX_VALUE, 422, "TREE_SIZE_INVALID");
        assertProblem("/api/ledger/bundle?quarter=2026Q5", 422, "PERIOD_INVALID");
    }

    private RawEvent raw() {
        Envelope event;
        synchronized (SOURCES) {
            event =
                    SOURCES.next(
                            new ReferralQueued(UUID.randomUUID(), UUID.randomUUID(), REGISTERED),
                            Sources.NOON);
        }
        return new RawEvent(
                event.id(),
                Topic.ALLOCATIONS,
                event.source(),
                event.subject(),
                event.sequence(),
                "kim.allocations.referral-queued-up.v1",
                event.time(),
                new String(events.write(event), StandardCharsets.UTF_8)
                        .replace("referral-queued.v1", "referral-queued-up.v1")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void assertTreeIsThatOfTheEvents() {
        long size = latest().size();
        GrowingTree tree = new GrowingTree();
        jdbc.queryForList(
                        "select bytes from ledger where index < ? order by index",
                        byte[].class,
                        size)
                .forEach(bytes -> tree.add(Hash.leaf(bytes)));
        assertThat(tree.size()).isEqualTo(size);
        assertThat(checkpoint(size).root()).isEqualTo(tree.root());
    }

    private static List<String> nodes(JdbcTemplate database) {
        return database.queryForList(
                "select level || ' ' || index || ' ' || encode(hash, 'hex') from ledger_node"
                        + " order by level, index",
                String.class);
    }

    /** Until every event that is there now is signed. */
    private void awaitSigned() {
        long size = one("select size from ledger_head", Long.class);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                door.get("/api/ledger/checkpoint").status() == 200
                                        && latest().size() >= size);
    }

    private SignedNote note() {
        return SignedNote.parse(FrontDoor.stranger(port).get("/api/ledger/checkpoint").text());
    }

    private Checkpoint latest() {
        return Checkpoint.parse(note().text());
    }

    /** The signed checkpoint of a size, its signature checked. */
    private Checkpoint checkpoint(long size) {
        SignedNote note =
                SignedNote.parse(
                        one(
                                "select note from ledger_checkpoint where size = ?",
                                String.class,
                                size));
        assertThat(note.signer(keys())).isPresent();
        return Checkpoint.parse(note.text());
    }

    private List<PublicKeyLine> keys() {
        return FrontDoor.stranger(port)
                .get("/api/ledger/keys")
                .json()
                .valueStream()
                .map(key -> PublicKeyLine.parse(key.get("line").stringValue()))
                .toList();
    }

    private int alarms(String code, String detail) {
        return (int)
                json("/api/ledger/alarms")
                        .valueStream()
                        .filter(alarm -> alarm.get("code").stringValue().equals(code))
                        .filter(alarm -> alarm.get("detail").stringValue().contains(detail))
                        .count();
    }

    private static List<Hash> hashes(JsonNode path) {
        return path.valueStream().map(hash -> Hash.ofBase64(hash.stringValue())).toList();
    }
}
