package de.kim.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.AnsweredBy;
import de.kim.events.CourseEvent;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseType;
import de.kim.events.Envelope;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferExpired;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceOffered;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.Section;
import de.kim.events.Topic;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.testing.TestIssuer;
import de.kim.kit.testing.TestKafka;
import de.kim.kit.testing.TestPostgres;
import de.kim.kit.web.FrontDoor;
import de.kim.notification.SampleMailServer.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way from an event on a real Kafka over a real SMTP server to the link that a person opens.
 */
@NotificationTest
abstract class Telling {
    static final TestPostgres POSTGRES = TestPostgres.fresh();
    static final TestKafka KAFKA = TestKafka.freshTopics();
    static final SampleMailServer MAILS = new SampleMailServer();
    static final SampleVault VAULT = new SampleVault();
    static final SampleAllocation ALLOCATION = new SampleAllocation();
    static final SampleSmsGateway SMS = new SampleSmsGateway();
    static final Path POST = emptyFolder().resolve("post");
    static final Path BOUNCES = emptyFolder();
    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestKafka.bootstrap()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
    private static final Pattern LINK =
            Pattern.compile("https://kim\\.example(/m/[A-Za-z0-9_-]{22}\\?lang=[a-z]{2})");

    final CloudEventJson json = new CloudEventJson();
    private final Map<String, Long> sequences = new HashMap<>();
    final UUID referral = UUID.randomUUID();
    final UUID offer = UUID.randomUUID();
    final UUID course = UUID.randomUUID();
    final String address = "person-" + referral + "@mail.example";

    @LocalServerPort int port;
    @Autowired JdbcTemplate jdbc;
    FrontDoor door;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        POSTGRES.register(registry);
        TestIssuer.register(registry);
        KAFKA.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("KIM_SMTP_PORT", MAILS::port);
        registry.add("KIM_REFERRAL_URL", VAULT::url);
        registry.add("KIM_ALLOCATION_URL", ALLOCATION::url);
        registry.add("KIM_SMS_URL", SMS::url);
        registry.add("KIM_SMS_SECRET", () -> SampleSmsGateway.SECRET);
        registry.add("KIM_POST_FOLDER", POST::toString);
        registry.add("KIM_BOUNCE_FOLDER", BOUNCES::toString);
    }

    @BeforeAll
    static void open() {
        MAILS.start();
    }

    @AfterAll
    static void close() {
        MAILS.stop();
    }

    @BeforeEach
    void openDoor() {
        door = FrontDoor.of(port, "koordination");
        VAULT.isAway(false);
    }

    static void asOwner(String sql) throws SQLException {
        try (Connection connection = POSTGRES.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void assertProblem(String path, int status, String code) {
        FrontDoor.Reply reply = door.get(path);
        assertThat(reply.status()).as(path).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(reply.text()).get("code").stringValue())
                .isEqualTo(code);
    }

    void assertGone(String link) {
        FrontDoor.Reply page = door.get(link);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Dieser Link ist nicht gültig");
    }

    void prefers(String language, String email) {
        VAULT.knows(
                referral,
                "{\"name\":\"Aylin Sample\",\"email\":\"%s\",\"preferredLanguage\":\"%s\"}"
                        .formatted(email, language));
        VAULT.bornOn(referral, "1990-03-27");
    }

    /** Opens the link and enters the right birth date. */
    Browser reads(String link) {
        Browser browser = new Browser(port, link);
        browser.send("step=birth-date&lang=de&day=27&month=3&year=1990");
        return browser;
    }

    Mail onlyMail() {
        patiently().until(() -> states().equals(List.of("SENT")));
        assertThat(MAILS.mailsTo(address)).hasSize(1);
        return MAILS.mailsTo(address).getFirst();
    }

    static String link(Mail mail) {
        Matcher matcher = LINK.matcher(mail.text());
        assertThat(matcher.find()).isTrue();
        return Objects.requireNonNull(matcher.group(1));
    }

    PlaceOffered offered() {
        return new PlaceOffered(
                referral,
                offer,
                UUID.randomUUID(),
                course,
                1,
                LocalDate.of(2026, 12, 1),
                Instant.parse("2026-11-30T10:00:00Z"));
    }

    PlaceAccepted accepted() {
        return new PlaceAccepted(
                referral, offer, course, 1, LocalDate.of(2026, 12, 1), AnsweredBy.PERSON, false);
    }

    CourseScheduled scheduled() {
        LocalDate begins = LocalDate.of(2026, 12, 1);
        return new CourseScheduled(
                course,
                "traeger-01",
                CourseType.LITERACY,
                List.of(new Section(1, begins, begins.plusDays(30))),
                List.of(
                        new WeeklyTime(
                                DayOfWeek.TUESDAY, LocalTime.of(8, 30), LocalTime.of(12, 0))),
                new Venue("03459024", 52203100, 8336100, true),
                true,
                false,
                false,
                16,
                null,
                null,
                null);
    }

    OfferExpired expired() {
        return new OfferExpired(referral, offer, UUID.randomUUID(), ExpiryCause.UNANSWERED);
    }

    Envelope say(PublicEvent event) {
        Envelope envelope =
                new Envelope(
                        UUID.randomUUID(),
                        "/kim/allocation-service",
                        sequences.merge(event.subject(), 1L, Long::sum),
                        Instant.parse("2026-11-23T10:00:00Z"),
                        "story",
                        "cause",
                        null,
                        event);
        publish(envelope);
        return envelope;
    }

    void publish(Envelope envelope) {
        Topic topic =
                switch (envelope.event()) {
                    case CourseEvent course -> Topic.COURSES;
                    case ReferralEvent referral -> Topic.REFERRALS;
                    default -> Topic.ALLOCATIONS;
                };
        PRODUCER.send(
                new ProducerRecord<>(
                        KAFKA.name(topic), envelope.subject().getBytes(), json.write(envelope)));
        PRODUCER.flush();
    }

    JsonNode json(String path) {
        FrontDoor.Reply reply = door.get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return JsonMapper.shared().readTree(reply.text());
    }

    List<String> states() {
        return column("state");
    }

    List<String> kinds() {
        return column("kind");
    }

    List<String> messageIds() {
        return column("'<' || message_id || '@kim.example>'");
    }

    List<String> column(String column) {
        return jdbc.queryForList(
                "select " + column + " from message where referral_id = ? order by position",
                String.class,
                referral);
    }

    String failure() {
        return one("select failure from message where referral_id = ?", String.class, referral);
    }

    int stored(String type) {
        return one(
                "select count(*) from event e join message m on m.message_id::text = e.aggregate_id"
                        + " where e.type = ? and m.referral_id = ?",
                Integer.class,
                type,
                referral);
    }

    <T> T one(String sql, Class<T> type, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, type, parameters));
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("kim-post");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
