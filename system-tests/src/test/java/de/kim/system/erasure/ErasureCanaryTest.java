package de.kim.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.local.KimHome;
import de.kim.local.Progress;
import de.kim.local.Stack;
import de.kim.local.Trouble;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.api.Services;
import de.kim.local.story.Mailbox;
import de.kim.system.journey.PublicHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A person goes all the way to the course, is erased, and is found nowhere: in no table, no file of
 * PostgreSQL, no segment of Kafka, no log, no backup; and stays erased when an old backup is
 * restored. What happened, and what was counted, stays.
 */
class ErasureCanaryTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final String COORDINATOR = "koordination";
    private static final String BODY = "jobcenter-stadt";
    private static final String EMAIL = "zitronengelb@kanarienvogel.example";
    private static final Map<String, Object> CANARY =
            Map.of(
                    "surname", "Kanarienvögelchen",
                    "firstName", "Zitronengelberich",
                    "birthDate", "1987-03-14",
                    "fileNumber", "AZ-4711-0815-KV",
                    "email", EMAIL,
                    "phone", "+49 541 47110815",
                    "note", "singt besonders am frühen Morgen");
    private static final List<String> PERSON =
            List.of(
                    "Kanarienvögelchen",
                    "Kanarienvoegelchen",
                    "Zitronengelberich",
                    "AZ-4711-0815-KV",
                    "47110815",
                    "singt besonders",
                    "1987-03-14",
                    "14.03.1987",
                    "14.3.1987",
                    "03/14/1987",
                    "19870314");

    @TempDir static Path folder;

    private static Stack stack;
    private static Path home;
    private static Api api;

    @BeforeAll
    static void up() {
        KimHome.directory(folder, "rwx--x--x");
        home = folder.resolve("home");
        stack = Stack.at(home);
        api = Services.of(stack.up(Progress.SILENT), Progress.SILENT);
    }

    @AfterAll
    static void down() {
        stack.down(Progress.SILENT);
    }

    @Test
    void an_erased_person_is_found_nowhere_and_every_count_and_event_stays() throws Exception {
        var mailbox = new Mailbox(stack.status().mail().url());
        var course = course();
        var canary = refer(CANARY);
        var other = refer(Map.of("surname", "Muster", "email", "muster@muster.example"));
        until(() -> waiting().containsAll(Set.of(canary, other)));
        post("allocation-service", "/api/rounds", COORDINATOR, Map.of());
        until(() -> offers("OPEN").size() == 2);
        until(() -> mailbox.openNewLinks() > 0 && offers("OPEN").stream().noneMatch(unreached()));
        offers("OPEN").forEach(ErasureCanaryTest::accept);
        until(() -> offers("OPEN").isEmpty());
        post(
                "course-catalog-service",
                "/api/courses/" + course + "/start",
                "traeger-01",
                Map.of(
                        "startedOn", TODAY.toString(),
                        "started", List.of(canary, other),
                        "missing", List.of()));
        until(() -> state(canary).equals("COMPLETED") && state(other).equals("COMPLETED"));
        until(() -> timeline(canary).contains("kim.referrals.referral-completed.v1"));
        until(() -> profiles(canary) == 2);
        var salt = salt(canary);
        var eventsBefore = PublicHistory.read(stack.bootstrap()).events();
        var reportBefore = report();
        var remains = new Remains(stack, home);
        var oldBackup = folder.resolve("old.kim");
        stack.backup(oldBackup, Progress.SILENT);
        remains.checkpoint(administrator());
        // the search works: what may be found is found, and the salt is still there
        var known = new Needles(List.of(canary));
        assertThat(remains.inTables(known)).isNotEmpty();
        assertThat(remains.inFiles(known).keySet()).anyMatch(it -> it.contains("pg_wal"));
        assertThat(remains.inSegments(known)).isNotEmpty();
        assertThat(remains.inSegments(new Needles(List.of(salt)))).isNotEmpty();
        assertThat(Remains.inBackup(oldBackup, known)).isNotEmpty();

        post("referral-service", "/api/referrals/" + canary + "/erasure", BODY, Map.of());

        until(() -> profiles(canary) == 0);
        until(() -> timeline(canary).contains("kim.referrals.person-erased.v1"));
        compactProfiles();
        until(() -> remains.inSegments(new Needles(List.of(salt))).isEmpty());
        remains.checkpoint(administrator());
        var newBackup = folder.resolve("new.kim");
        stack.backup(newBackup, Progress.SILENT);
        assertFoundNowhere(remains, oldBackup, newBackup, salt);
        assertKeysAreGone(oldBackup, canary, other);

        var eventsAfter = PublicHistory.read(stack.bootstrap()).events();
        assertThat(eventsAfter).containsAll(eventsBefore);
        assertThat(report()).isEqualTo(reportBefore);

        restore(oldBackup);
        until(() -> timeline(canary).contains("kim.referrals.person-erased.v1"));
        until(() -> profiles(other) == 2);
        assertThat(profiles(canary)).isZero();
        assertThat(contact(canary).status()).isEqualTo(404);
        assertThat(contact(other).json().path("name").asString()).isEqualTo("Probe Muster");
        assertThat(state(canary)).isEqualTo("ERASED");
        assertFoundNowhere(remains, oldBackup, newBackup, salt);
        var eventsAgain = PublicHistory.read(stack.bootstrap());
        assertThat(eventsAgain.broken()).isEmpty();
        assertThat(ids(eventsAgain.events())).containsAll(ids(eventsBefore));
        assertThat(report()).isEqualTo(reportBefore);
        assertThatTroubleIs("is no backup", () -> stack.restore(cutShort(oldBackup), Progress.SILENT));
        assertThat(stack.status().allHealthy()).isTrue();
    }

    private static void assertFoundNowhere(
            Remains remains, Path oldBackup, Path newBackup, String salt)
            throws IOException, SQLException {
        var texts = new ArrayList<>(PERSON);
        texts.add(EMAIL);
        texts.add(salt);
        var needles = new Needles(texts);
        assertThat(remains.inTables(needles)).isEmpty();
        assertThat(remains.inSegments(needles)).isEmpty();
        assertThat(Remains.inBackup(oldBackup, needles)).isEmpty();
        assertThat(Remains.inBackup(newBackup, needles)).isEmpty();
        var inFiles = remains.inFiles(needles);
        // the mail catcher stands in for people's own mailboxes: an address, and nothing else of them
        inFiles.entrySet()
                .removeIf(
                        file ->
                                file.getKey().startsWith("mail/")
                                        && file.getValue().stream()
                                                .allMatch(found -> found.startsWith(EMAIL)));
        assertThat(inFiles).isEmpty();
    }

    /** The old backup has the ciphertext; nothing that is left has a key for it. */
    private static void assertKeysAreGone(Path oldBackup, String canary, String other)
            throws IOException {
        assertThat(ring(oldBackup, canary)).doesNotExist();
        assertThat(ring(oldBackup, other)).exists();
        for (var key : keyIds(oldBackup, canary)) {
            assertThat(filesWith(key)).containsExactly("destroyed");
        }
        assertThat(keyIds(oldBackup, canary)).hasSize(5);
    }

    private static Path ring(Path backup, String referral) throws IOException {
        var id = fields(backup, "referral/vault.person.copy", referral).getFirst()[2];
        return home.resolve("keys/rings").resolve(id.substring(0, 2)).resolve(id);
    }

    private static List<String> keyIds(Path backup, String referral) throws IOException {
        return fields(backup, "referral/vault.document.copy", referral).stream()
                .map(row -> row[3])
                .toList();
    }

    private static List<String[]> fields(Path backup, String entry, String referral)
            throws IOException {
        try (var zip = new java.util.zip.ZipFile(backup.toFile())) {
            var text =
                    new String(
                            zip.getInputStream(zip.getEntry(entry)).readAllBytes(),
                            StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split("\t"))
                    .filter(row -> row[0].equals(referral))
                    .toList();
        }
    }

    private static List<String> filesWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (var files = Files.walk(home.resolve("keys"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(String.valueOf(file.getFileName()));
                }
            }
        }
        return found;
    }

    private static void restore(Path backup) {
        stack.restore(backup, Progress.SILENT);
        api = Services.of(stack.status(), Progress.SILENT);
    }

    private static Path cutShort(Path backup) {
        try {
            var bytes = Files.readAllBytes(backup);
            return Files.write(
                    folder.resolve("short.kim"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertThatTroubleIs(String part, Runnable call) {
        org.assertj.core.api.Assertions.assertThatThrownBy(call::run)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(part);
    }

    private static String administrator() throws IOException {
        return Files.readString(home.resolve("secrets/postgres")).strip();
    }

    /**
     * The topic's own settings let a segment be compacted within a day; here it is to happen at
     * once. A segment is closed when something is written after its time.
     */
    private static void compactProfiles() throws Exception {
        var settings =
                Map.of(
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.001",
                        "min.compaction.lag.ms", "0",
                        "max.compaction.lag.ms", "100",
                        "file.delete.delay.ms", "0");
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "kim.profiles");
        var changes =
                settings.entrySet().stream()
                        .map(it -> new ConfigEntry(it.getKey(), it.getValue()))
                        .map(it -> new AlterConfigOp(it, AlterConfigOp.OpType.SET))
                        .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrap()))) {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        }
        await().pollDelay(Duration.ofMillis(300))
                .until(
                        () -> {
                            strangersTombstones();
                            return true;
                        });
        await().pollDelay(Duration.ofMillis(300))
                .until(
                        () -> {
                            strangersTombstones();
                            return true;
                        });
    }

    /** Of nobody, one in each partition. */
    private static void strangersTombstones() throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", stack.bootstrap()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var partition : IntStream.range(0, 6).toArray()) {
                var key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<byte[], byte[]>("kim.profiles", partition, key, null))
                        .get();
            }
        }
    }

    private static String salt(String referral) throws SQLException {
        // allocation keeps the commitment only; the salt travels on the topic and in the vault
        var export =
                api.get("referral-service", "/api/referrals/" + referral + "/export", BODY).json();
        return export.path("person").path("profile").path("salt").asString();
    }

    /** How many listeners keep the profile. */
    private static int profiles(String referral) throws SQLException {
        var remains = new Remains(stack, home);
        int count = 0;
        for (var table : List.of("allocation/heard_profile", "reporting/report_profile")) {
            var names = table.split("/");
            try (var connection = remains.open(names[0]);
                    var query =
                            connection.prepareStatement(
                                    "select 1 from " + names[1] + " where referral_id = ?::uuid")) {
                query.setString(1, referral);
                count += query.executeQuery().next() ? 1 : 0;
            }
        }
        return count;
    }

    /** The report without what may differ from call to call: how far the ledger was read. */
    private static Map<String, String> report() {
        var path = "/api/report?from=%s&until=%s".formatted(TODAY.minusDays(30), TODAY);
        var report = api.get("reporting-service", path, COORDINATOR).json();
        var figures = new HashMap<String, String>();
        for (var part : List.of("funnel", "losses", "waiting", "clocks", "utilisation")) {
            figures.put(part, report.path(part).toString());
        }
        assertThat(figures.get("funnel")).contains("referred");
        return figures;
    }

    private static Set<String> ids(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("id").asString())
                .collect(Collectors.toSet());
    }

    private static String refer(Map<String, Object> person) {
        var referral = new HashMap<String, Object>();
        referral.put("firstName", "Probe");
        referral.put("birthDate", "1990-05-17");
        referral.put("preferredLanguage", "uk");
        referral.put("gender", "FEMALE");
        referral.put("municipality", "03404000");
        referral.put("nationalityGroup", "UKRAINE");
        referral.put("languages", List.of("uk"));
        referral.put("childcareNeeded", false);
        referral.put("accessibilityNeeded", false);
        referral.put("available", List.of());
        referral.put("legalBasis", "OBLIGED_JOBCENTER");
        referral.put("entitledOn", TODAY.minusDays(30).toString());
        referral.put("lapsesOn", TODAY.plusDays(200).toString());
        referral.putAll(person);
        var id =
                post("referral-service", "/api/referrals", BODY, referral)
                        .json()
                        .path("referralId")
                        .asString();
        post(
                "referral-service",
                "/api/referrals/" + id + "/placement-test",
                BODY,
                Map.of(
                        "testedOn",
                        TODAY.toString(),
                        "recommendedType",
                        "GENERAL",
                        "recommendedSection",
                        1,
                        "dispensable",
                        false));
        return id;
    }

    private static String course() {
        post(
                "course-catalog-service",
                "/api/providers",
                COORDINATOR,
                Map.of(
                        "providerId",
                        "traeger-01",
                        "name",
                        "Sprachschule Muster (Beispiel)",
                        "courseTypes",
                        List.of("GENERAL"),
                        "kind",
                        "FIRST",
                        "from",
                        TODAY.minusDays(10).toString(),
                        "until",
                        TODAY.plusDays(700).toString()));
        var course =
                Map.ofEntries(
                        Map.entry("providerId", "traeger-01"),
                        Map.entry("courseType", "GENERAL"),
                        Map.entry(
                                "sections",
                                List.of(
                                        Map.of(
                                                "number",
                                                1,
                                                "begins",
                                                TODAY.toString(),
                                                "ends",
                                                TODAY.plusDays(40).toString()))),
                        Map.entry(
                                "times",
                                List.of(
                                        Map.of("day", "MONDAY", "from", "08:30", "to", "12:30"))),
                        Map.entry(
                                "venue",
                                Map.of(
                                        "municipality",
                                        "03404000",
                                        "latitudeE6",
                                        52279900,
                                        "longitudeE6",
                                        8047200,
                                        "accessible",
                                        true)),
                        Map.entry("childcare", false),
                        Map.entry("womenOnly", false),
                        Map.entry("online", false),
                        Map.entry("places", 5));
        var id =
                post("course-catalog-service", "/api/courses", "traeger-01", course)
                        .json()
                        .path("courseId")
                        .asString();
        until(
                () ->
                        api.get("allocation-service", "/api/courses/" + id + "/places", COORDINATOR)
                                        .json()
                                        .path("free")
                                        .asInt(-1)
                                == 5);
        return id;
    }

    private static java.util.function.Predicate<JsonNode> unreached() {
        return offer -> offer.path("answerBy").asString("").isEmpty();
    }

    private static void accept(JsonNode offer) {
        var path = "/api/offers/" + offer.path("offerId").asString() + "/acceptance";
        post("allocation-service", path, COORDINATOR, Map.of("answeredBy", "COUNSELLOR"));
    }

    private static String state(String referral) {
        return api.get("referral-service", "/api/referrals/" + referral, BODY)
                .json()
                .path("state")
                .asString("");
    }

    private static Answer contact(String referral) {
        return api.get(
                "referral-service", "/api/contacts/" + referral + "?purpose=OFFER", "notification");
    }

    private static Answer post(String service, String path, String body, Object content) {
        var answer = api.post(service, path, body, UUID.randomUUID().toString(), content);
        assertThat(answer.done()).as("%s %s: %s", service, path, answer.json()).isTrue();
        return answer;
    }

    private static List<JsonNode> offers(String state) {
        return api.get("allocation-service", "/api/offers?state=" + state, COORDINATOR)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static Set<String> waiting() {
        return api.get("allocation-service", "/api/waiting-list", COORDINATOR)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("referralId").asString())
                .collect(Collectors.toSet());
    }

    private static String timeline(String referral) {
        var path = "/api/referrals/" + referral + "/timeline";
        return api.get("reporting-service", path, COORDINATOR).json().toString();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }
}
