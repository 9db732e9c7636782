package de.kim.system.erasure;

import static de.kim.system.erasure.Network.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kim.events.DataClass;
import de.kim.local.KimHome;
import de.kim.local.Progress;
import de.kim.local.Stack;
import de.kim.local.Status;
import de.kim.local.Trouble;
import de.kim.local.api.Services;
import de.kim.local.story.Mailbox;
import de.kim.system.journey.PublicHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A person goes all the way to the course, is erased, and is found nowhere: in no table, no file of
 * PostgreSQL, no segment of Kafka, no dead letter, no log, no backup; nobody can read them with
 * whatever is left; and they stay erased when an old backup is restored. What happened, and what
 * was counted, stays.
 */
class ErasureCanaryTest {
    @TempDir Path folder;

    private Stack stack;
    private Path home;
    private Network network;
    private Remains remains;
    private String canary;
    private String other;
    private String salt;

    @BeforeEach
    void four_people_begin_a_course() {
        KimHome.directory(folder, "rwx--x--x");
        home = folder.resolve("home");
        stack = Stack.at(home, Map.of());
        remains = new Remains(stack, home);
        network = connected(stack.up(Progress.SILENT));
        var people = network.refer(people());
        canary = people.getFirst();
        other = people.getLast();
        network.leadToACourse(people);
        salt = network.export(canary).at("/person/profile/salt").asString();
    }

    @AfterEach
    void down() {
        stack.down(Progress.SILENT);
    }

    @Test
    void an_erased_person_is_found_nowhere_and_every_count_and_event_stays() throws Exception {
        deadLetters();
        var oldBackup = backup("old.kim");
        var eventsBefore = PublicHistory.read(stack.bootstrap()).events();
        var figuresBefore = network.figures();
        assertThat(figuresBefore.get("funnel")).contains("\"started\":4");
        assertTheSearchFinds(oldBackup);

        network.erase(canary);

        assertThat(remains.isKnownAgain(canary)).isFalse();
        until(() -> remains.listeners(canary) == 0);
        until(() -> network.timeline(canary).contains("kim.referrals.person-erased.v1"));
        compact();
        var newBackup = backup("new.kim");
        assertFoundNowhere(oldBackup, newBackup);
        assertUnreadable(oldBackup);
        assertThat(PublicHistory.read(stack.bootstrap()).events()).containsAll(eventsBefore);
        assertThat(network.figures()).isEqualTo(figuresBefore);

        stack.restore(oldBackup, Progress.SILENT);
        network = connected(stack.status());

        until(() -> network.timeline(canary).contains("kim.referrals.person-erased.v1"));
        until(() -> remains.listeners(other) == 2);
        assertThat(remains.listeners(canary)).isZero();
        assertThat(remains.isKnownAgain(canary)).isFalse();
        assertThat(remains.isKnownAgain(other)).isTrue();
        assertThat(network.state(canary)).isEqualTo("ERASED");
        assertThat(network.export(canary).has("person")).isFalse();
        assertThat(network.export(other).at("/person/identity/surname").asString())
                .isEqualTo("Muster");
        assertFoundNowhere(oldBackup, newBackup);
        assertUnreadable(oldBackup);
        var eventsAgain = PublicHistory.read(stack.bootstrap());
        assertThat(eventsAgain.broken()).isEmpty();
        assertThat(ids(eventsAgain.events())).containsAll(ids(eventsBefore));
        assertThat(network.figures()).isEqualTo(figuresBefore);
        assertThatACutShortBackupChangesNothing(oldBackup);
    }

    private static Network connected(Status status) {
        var mailbox = new Mailbox(status.mail().url(), birthDates());
        return new Network(Services.of(status, Progress.SILENT), mailbox);
    }

    /** What people enter before a page shows them anything. */
    private static Map<String, LocalDate> birthDates() {
        var dates = new TreeMap<String, LocalDate>();
        people().forEach(
                        it -> dates.put(text(it, "email"), LocalDate.parse(text(it, "birthDate"))));
        return dates;
    }

    private static String text(Map<String, Object> person, String field) {
        return String.valueOf(person.get(field));
    }

    /** So many that their number may be shown in a report. */
    private static List<Map<String, Object>> people() {
        var people = new ArrayList<Map<String, Object>>();
        people.add(Canary.REFERRAL);
        for (var number = 1; number <= 3; number++) {
            var email = "muster%d@muster.example".formatted(number);
            var birthday = LocalDate.of(1990, 5, 17).plusDays(number).toString();
            people.add(Map.of("surname", "Muster", "email", email, "birthDate", birthday));
        }
        return people;
    }

    /** A profile that no listener can read is kept by each of them, as a dead letter. */
    private void deadLetters() throws Exception {
        new ProfilesTopic(stack.bootstrap()).say(canary, "{" + Canary.UNREADABLE);
        until(() -> remains.inTables(new Needles(List.of(Canary.UNREADABLE))).size() == 2);
    }

    private Path backup(String name) {
        remains.checkpoint();
        stack.backup(folder.resolve(name), Progress.SILENT);
        return folder.resolve(name);
    }

    /** Where nothing is found, the search must have been able to find something. */
    private void assertTheSearchFinds(Path backup) throws Exception {
        var known = new Needles(List.of(canary));
        assertThat(remains.inTables(known)).isNotEmpty();
        assertThat(remains.inFiles(known).keySet())
                .anyMatch(file -> file.contains("pg_wal"))
                .anyMatch(file -> file.contains("postgres/data/base"));
        assertThat(remains.inSegments(new Needles(List.of(salt, Canary.UNREADABLE)))).isNotEmpty();
        assertThat(Remains.inBackup(backup, known)).isNotEmpty();
        assertThat(remains.isKnownAgain(canary)).isTrue();
        assertThat(new BackedUp(backup).marks()).isZero();
        var documents = new BackedUp(backup).documents(canary);
        assertThat(keysLeft(backup, canary).read(documents))
                .hasSize(DataClass.values().length)
                .anyMatch(text -> text.contains(Canary.SURNAME));
    }

    private void compact() throws Exception {
        var topic = new ProfilesTopic(stack.bootstrap());
        topic.compactAtOnce();
        until(
                () -> {
                    topic.closeSegments();
                    return remains.inSegments(new Needles(List.of(salt, Canary.UNREADABLE)))
                            .isEmpty();
                });
    }

    private void assertFoundNowhere(Path oldBackup, Path newBackup) throws Exception {
        var texts = new ArrayList<>(Canary.TRACES);
        texts.add(salt);
        var unreadable = new ArrayList<>(texts);
        unreadable.add(Canary.UNREADABLE);
        assertThat(remains.inTables(new Needles(unreadable))).isEmpty();
        assertThat(remains.inSegments(new Needles(unreadable))).isEmpty();
        assertThat(Remains.inBackup(oldBackup, new Needles(unreadable))).isEmpty();
        assertThat(Remains.inBackup(newBackup, new Needles(unreadable))).isEmpty();
        var inFiles = remains.inFiles(new Needles(texts));
        // the mail catcher stands in for people's own mailboxes: an address, and nothing else of
        // them
        inFiles.entrySet()
                .removeIf(
                        file ->
                                file.getKey().startsWith("mail/")
                                        && file.getValue().stream()
                                                .allMatch(it -> it.startsWith(Canary.EMAIL)));
        assertThat(inFiles).isEmpty();
    }

    /** The old backup has the ciphertext; nothing that is left has a key for it. */
    private void assertUnreadable(Path backup) throws Exception {
        var documents = new BackedUp(backup).documents(canary);
        // everything of the form was filled in: each class has a document of its own
        assertThat(documents).hasSize(DataClass.values().length);
        assertThat(keysLeft(backup, canary).read(documents)).isEmpty();
        assertThat(keysLeft(backup, other).read(new BackedUp(backup).documents(other)))
                .anyMatch(text -> text.contains("Muster"));
        assertThat(remains.listeners(other)).isEqualTo(2);
    }

    private KeysLeft keysLeft(Path backup, String referral) throws Exception {
        return new KeysLeft(home, new BackedUp(backup).ring(referral).toString());
    }

    private void assertThatACutShortBackupChangesNothing(Path backup) throws Exception {
        var bytes = Files.readAllBytes(backup);
        var part = Files.write(folder.resolve("short.kim"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> stack.restore(part, Progress.SILENT))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is no backup");
        assertThat(stack.status().allHealthy()).isTrue();
    }

    private static Set<String> ids(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("id").asString())
                .collect(Collectors.toSet());
    }
}
