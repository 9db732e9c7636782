package de.kim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.AdmissionKind;
import de.kim.events.AllocationDecided;
import de.kim.events.AnsweredBy;
import de.kim.events.CapacitySet;
import de.kim.events.Channel;
import de.kim.events.CourseReason;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import de.kim.events.MessageKind;
import de.kim.events.MessageSent;
import de.kim.events.Outcome;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.ReferralQueued;
import de.kim.events.ReferralRequested;
import de.kim.events.RoundKind;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.Section;
import de.kim.events.Topic;
import de.kim.events.Venue;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.web.FrontDoor;
import de.kim.rules.Rulebooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service between a real Kafka and its callers, and the story of one referral. */
@ReportingTest
abstract class Reporting {
    static final TestPostgres POSTGRES = TestPostgres.fresh();
    static final TestKafka KAFKA = TestKafka.freshTopics();
    static final Path KEYS = folder();
    static final Sources SOURCES = new Sources(KAFKA);
    private static final AtomicBoolean RULEBOOK_SAID = new AtomicBoolean();
    static final LocalDate REGISTERED = LocalDate.of(2026, 10, 1);
    static final LocalDate STARTS = LocalDate.of(2026, 10, 20);

    final UUID referral = UUID.randomUUID();
    final UUID course = UUID.randomUUID();
    final UUID offer = UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired JdbcTemplate jdbc;
    FrontDoor door;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        TestIssuer.register(registry);
        registry.add("KIM_LEDGER_KEY_FOLDER", KEYS::toString);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("kim-ledger-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void openDoor() {
        door = FrontDoor.of(port, "koordination");
    }

    void assertProblem(String path, int status, String code) {
        FrontDoor.Reply reply = door.get(path);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(reply.text()).get("code").stringValue())
                .isEqualTo(code);
    }

    void story() {
        SOURCES.say(
                Topic.COURSES,
                new ProviderAdmitted(
                        "traeger-" + course,
                        "Sample provider",
                        List.of(CourseType.GENERAL),
                        AdmissionKind.FIRST,
                        REGISTERED,
                        STARTS,
                        null,
                        null));
        SOURCES.say(Topic.COURSES, scheduled());
        SOURCES.say(Topic.ALLOCATIONS, new CapacitySet(course, 20, 20));
        SOURCES.say(Topic.REFERRALS, requested());
        SOURCES.say(
                Topic.REFERRALS,
                new PlacementTestRecorded(referral, REGISTERED, CourseType.GENERAL, 1, false));
        SOURCES.say(Topic.ALLOCATIONS, queuedThen());
        SOURCES.say(Topic.ALLOCATIONS, offered());
        SOURCES.say(
                Topic.NOTIFICATIONS,
                new MessageSent(
                        UUID.randomUUID(),
                        referral,
                        offer,
                        Channel.EMAIL,
                        MessageKind.OFFER,
                        Sources.NOON));
        SOURCES.say(Topic.ALLOCATIONS, accepted());
        SOURCES.say(Topic.COURSES, new ParticipantStarted(course, referral, STARTS.plusDays(1)));
        awaitTypes(referral, 7);
        await().until(
                        () ->
                                one(
                                                "select count(*) from report_course_%s where"
                                                                .formatted(liveSet())
                                                        + " course_id = ? and capacity = 20 and"
                                                        + " provider_id is not null",
                                                Integer.class,
                                                course)
                                        == 1);
    }

    /** A round's decision on the referral: it waits. */
    void sayDecision() {
        UUID round = UUID.randomUUID();
        // a listener's ledger has no order between subjects, and this source has said it once
        if (RULEBOOK_SAID.compareAndSet(false, true)) {
            SOURCES.say(
                    Topic.RULEBOOK,
                    new RulebookPublished(Rulebooks.FIRST, Sources.NOON, "first", "koordination"));
        }
        SOURCES.say(
                Topic.ALLOCATIONS,
                new RoundOpened(round, RoundKind.ON_COMMAND, 1, 1, REGISTERED, "00", Map.of()));
        SOURCES.say(Topic.ALLOCATIONS, new RoundVerified(round, true, null, "00", 1, 0, List.of()));
        SOURCES.say(
                Topic.ALLOCATIONS,
                new AllocationDecided(
                        referral,
                        round,
                        Outcome.WAITING,
                        null,
                        null,
                        List.of(new CourseReason(course, List.of(), 2, 1))));
    }

    void request(UUID id, LocalDate on) {
        SOURCES.say(
                Topic.REFERRALS,
                new ReferralRequested(
                        id,
                        UUID.randomUUID(),
                        "jobcenter-stadt",
                        LegalBasis.OBLIGED_JOBCENTER,
                        on,
                        null,
                        on,
                        List.of(),
                        false,
                        "00"));
    }

    ReferralRequested requested() {
        return new ReferralRequested(
                referral,
                UUID.randomUUID(),
                "jobcenter-stadt",
                LegalBasis.OBLIGED_JOBCENTER,
                REGISTERED,
                null,
                REGISTERED,
                List.of(),
                false,
                "00");
    }

    CourseScheduled scheduled() {
        return new CourseScheduled(
                course,
                "traeger-" + course,
                CourseType.GENERAL,
                List.of(new Section(1, STARTS, STARTS.plusDays(30))),
                List.of(),
                new Venue("03404000", 52_279_000, 8_047_000, true),
                false,
                false,
                false,
                20,
                null,
                null,
                null);
    }

    ReferralQueued queuedThen() {
        return new ReferralQueued(referral, UUID.randomUUID(), REGISTERED);
    }

    PlaceOffered offered() {
        return new PlaceOffered(
                referral, offer, UUID.randomUUID(), course, 1, STARTS, Sources.NOON);
    }

    PlaceAccepted accepted() {
        return new PlaceAccepted(referral, offer, course, 1, STARTS, AnsweredBy.PERSON, false);
    }

    JsonNode rebuild() {
        FrontDoor.Reply asked = door.post("/api/projection/rebuild", "");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        long number = JsonMapper.shared().readTree(asked.text()).get("number").longValue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/api/projection").at("/lastRebuild/number").asLong(0) == number);
        return json("/api/projection").get("lastRebuild");
    }

    JsonNode json(String path) {
        FrontDoor.Reply reply = door.get(path);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(reply.text());
    }

    String liveSet() {
        return one("select live_set from ledger_head", String.class);
    }

    int offers(UUID id) {
        return one(
                "select coalesce(max(offers), 0) from report_case_%s where referral_id = ?"
                        .formatted(liveSet()),
                Integer.class,
                id);
    }

    String row(UUID id) {
        return one(
                """
                select concat(referring_body, ' ', legal_basis, ' ', offers, ' offers ',
                    held_starts_on, ' ', started_on)
                from report_case_%s where referral_id = ?
                """
                        .formatted(liveSet()),
                String.class,
                id);
    }

    <T> T one(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
    }

    int profiles(UUID id) {
        return one("select count(*) from report_profile where referral_id = ?", Integer.class, id);
    }

    List<String> types(UUID id) {
        return jdbc.queryForList(
                "select type from ledger where referral_id = ? order by index", String.class, id);
    }

    void awaitTypes(UUID id, int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> types(id).size() >= count);
    }
}
