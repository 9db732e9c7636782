package de.kim.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.audit.bundle.BundleVerifier;
import de.kim.audit.bundle.ReceiptVerifier;
import de.kim.audit.bundle.Verdict;
import de.kim.audit.note.PublicKeyLine;
import de.kim.local.KimHome;
import de.kim.local.Progress;
import de.kim.local.Secrets;
import de.kim.local.Stack;
import de.kim.local.Status;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.api.AuditCase;
import de.kim.local.api.AuditFiles;
import de.kim.local.api.Services;
import de.kim.local.issuer.Accounts;
import de.kim.local.story.Mailbox;
import de.kim.local.story.Sample;
import de.kim.system.Invented;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The main story through the five services as processes of their own, on real PostgreSQL and Kafka.
 * Two people, one place: the one with statutory priority is offered it first, declines, and the
 * other one takes it, although services are killed on the way.
 */
class ReferralJourneyTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final LocalDate BORN = LocalDate.of(1990, 5, 17);
    private static final String COORDINATOR = "koordination";

    @TempDir Path folder;

    private final Deque<Stack> started = new ArrayDeque<>();
    private Stack stack;
    private Api api;
    private Mailbox mailbox;

    @BeforeEach
    void passable() {
        // PostgreSQL does not run as root: its own user has to pass through
        KimHome.directory(folder, "rwx--x--x");
    }

    @AfterEach
    void down() {
        started.forEach(each -> each.down(Progress.SILENT));
    }

    @Test
    void one_place_two_people_and_services_that_die_on_the_way() {
        up(Stack.at(folder.resolve("home"), Map.of()));

        journey(this::killAndBringBack);
        new TriedImport(api, TODAY).happens();
    }

    @Test
    void the_same_on_servers_that_run_already_and_then_the_sample_meets_every_code_and_state() {
        var servers = Stack.at(folder.resolve("servers"), Map.of());
        started.push(servers);
        servers.up(Progress.SILENT, Set.of("postgres", "kafka"));
        var password = new Secrets(new KimHome(folder.resolve("servers"))).of("postgres");
        var administrator =
                "%s/postgres?user=postgres&password=%s"
                        .formatted(servers.databases().server(), password);

        var status =
                up(
                        Stack.at(
                                folder.resolve("services"),
                                Map.of(
                                        "KIM_EXTERNAL_POSTGRES",
                                        administrator,
                                        "KIM_EXTERNAL_KAFKA",
                                        servers.bootstrap())));
        journey(services -> {});

        assertThat(status.postgres().pid()).isNull();
        assertThat(status.kafka().pid()).isNull();
        assertThat(status.kafka().bootstrap()).isEqualTo(servers.bootstrap());

        // here and not in a test of its own: starting a stack takes longer than the story
        new SampleStory(api, mailbox, stack.bootstrap(), TODAY).tell(Progress.SILENT);
        auditedOffline();
    }

    /** Everything the story did, every round included, from a file and a public key. */
    private void auditedOffline() {
        var quarter = "%dQ%d".formatted(TODAY.getYear(), (TODAY.getMonthValue() + 2) / 3);
        var file = folder.resolve("bundle.zip");
        AuditCase.open(api, "Journey of a test: everything the story did");
        var keys =
                api.get("reporting-service", "/api/ledger/keys", Accounts.AUDITOR)
                        .json()
                        .valueStream()
                        .map(key -> PublicKeyLine.parse(key.path("line").asString()))
                        .toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            AuditFiles.bundle(api, quarter, file);
                            var audit = BundleVerifier.verify(file, keys);
                            assertThat(audit.ok()).as(audit.toString()).isTrue();
                            // no round is passed over; the stack is too young to be sealed
                            assertThat(audit.properties())
                                    .filteredOn(it -> it.verdict() != Verdict.OK)
                                    .extracting(Property::name)
                                    .containsExactly("seals", "report-by-profile");
                        });
        var offer = offers("ACCEPTED").getFirst();
        var referral = UUID.fromString(offer.path("referralId").asString());
        var receipt = AuditFiles.receipt(api, referral);
        try {
            var written = Files.write(folder.resolve("receipt.json"), receipt.write());
            var audit = ReceiptVerifier.verify(written, keys);
            assertThat(audit.ok()).as(audit.toString()).isTrue();
            assertThat(audit.properties())
                    .filteredOn(it -> it.verdict() != Verdict.OK)
                    .extracting(Property::name)
                    .containsExactly("cut-offs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Status up(Stack fresh) {
        started.push(fresh);
        stack = fresh;
        var status = stack.up(Progress.SILENT);
        api = Services.of(status, Progress.SILENT);
        mailbox = new Mailbox(status.mail().url(), birthDates());
        return status;
    }

    /** Of the two people of the journey, and of those of the sample. */
    private static Map<String, LocalDate> birthDates() {
        var dates = new HashMap<>(Sample.birthDates());
        dates.put("jobcenter-stadt@muster.example", BORN);
        dates.put("abh-stadt@muster.example", BORN);
        return dates;
    }

    /**
     * @param accident what happens to these services on the way
     */
    private void journey(Consumer<List<String>> accident) {
        post("course-catalog-service", "/api/providers", COORDINATOR, Invented.provider(TODAY));
        var plan = Invented.course(TODAY.plusDays(14), TODAY.plusDays(40), 1);
        var course = post("course-catalog-service", "/api/courses", Invented.PROVIDER, plan);
        var courseId = course.json().path("courseId").asString();
        var priority = refer("jobcenter-stadt", "OBLIGED_JOBCENTER");
        var other = refer("abh-stadt", "OBLIGED_ABH");
        until(() -> waiting().containsAll(Set.of(priority, other)));
        until(() -> places(courseId).path("free").asInt(-1) == 1);
        until(() -> freePlaces().contains(courseId));

        post("allocation-service", "/api/rounds", COORDINATOR, Map.of());
        var offered = theOnlyOffer("OPEN");
        until(() -> !freePlaces().contains(courseId));
        assertThat(offered.path("referralId").asString()).isEqualTo(priority);

        accident.accept(List.of("notification-service", "allocation-service"));
        until(() -> mailbox.openNewLinks() > 0);
        until(() -> !theOnlyOffer("OPEN").path("answerBy").asString("").isEmpty());

        answer(offered, "decline", Map.of("answeredBy", "COUNSELLOR", "reason", "FOUND_WORK"));
        accident.accept(List.of("allocation-service", "reporting-service", "referral-service"));
        until(() -> offers("OPEN").size() == 1);
        var second = theOnlyOffer("OPEN");
        assertThat(second.path("referralId").asString()).isEqualTo(other);
        until(() -> mailbox.acceptOnNewPages("abh-stadt@muster.example") == 1);
        until(() -> timeline(other).contains("kim.allocations.place-accepted.v1"));

        var history = PublicHistory.read(stack.bootstrap());
        assertThat(history.broken()).isEmpty();
        assertThat(history.names("allocations", priority))
                .containsSubsequence(
                        "referral-queued", "place-offered", "offer-reached", "place-declined");
        assertThat(history.names("allocations", other))
                .containsSubsequence("referral-queued", "place-offered", "place-accepted");
        assertThat(history.names("referrals", other))
                .containsExactly("referral-requested", "placement-test-recorded");
        assertThat(places(courseId).path("accepted").asInt()).isEqualTo(1);
        assertThat(places(courseId).path("free").asInt()).isZero();
        // nobody has started, and even that is not shown: who waits would follow from it
        assertThat(tooFewToShow())
                .containsExactlyInAnyOrder("referred", "tested", "offered", "accepted", "started");
    }

    private String refer(String body, String legalBasis) {
        var referral = new HashMap<>(Invented.person(TODAY));
        referral.put("surname", "Muster-" + body.replace("-", ""));
        referral.put("birthDate", BORN.toString());
        referral.put("email", body + "@muster.example");
        referral.put("legalBasis", legalBasis);
        var answer = post("referral-service", "/api/referrals", body, referral);
        var id = answer.json().path("referralId").asString();
        var path = "/api/referrals/" + id + "/placement-test";
        post("referral-service", path, body, Invented.placementTest(TODAY));
        return id;
    }

    private void killAndBringBack(List<String> services) {
        for (var service : services) {
            stack.kill(service);
        }
        assertThat(stack.up(Progress.SILENT).allHealthy()).isTrue();
    }

    private void answer(JsonNode offer, String how, Map<String, Object> content) {
        var path = "/api/offers/" + offer.path("offerId").asString() + "/" + how;
        post("allocation-service", path, COORDINATOR, content);
    }

    private Answer post(String service, String path, String body, Object content) {
        var answer = api.post(service, path, body, UUID.randomUUID().toString(), content);
        assertThat(answer.done()).as("%s %s: %s", service, path, answer.json()).isTrue();
        return answer;
    }

    private JsonNode theOnlyOffer(String state) {
        assertThat(offers(state)).hasSize(1);
        return offers(state).get(0);
    }

    private List<JsonNode> offers(String state) {
        var items =
                api.get("allocation-service", "/api/offers?state=" + state, COORDINATOR)
                        .json()
                        .path("items");
        return items.valueStream().toList();
    }

    private Set<String> waiting() {
        var items =
                api.get("allocation-service", "/api/waiting-list", COORDINATOR)
                        .json()
                        .path("items");
        return items.valueStream()
                .map(one -> one.path("referralId").asString())
                .collect(java.util.stream.Collectors.toSet());
    }

    private JsonNode places(String courseId) {
        return api.get("allocation-service", "/api/courses/" + courseId + "/places", COORDINATOR)
                .json();
    }

    /** What anybody reads who has not signed in. */
    private String freePlaces() {
        var catalog = stack.status().service("course-catalog-service").orElseThrow();
        var request =
                HttpRequest.newBuilder(URI.create(catalog.url() + "/api/free-places")).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the report tells of one referral, over all services. */
    private String timeline(String referralId) {
        return api.get(
                        "reporting-service",
                        "/api/referrals/" + referralId + "/timeline",
                        COORDINATOR)
                .json()
                .toString();
    }

    /** The steps of the funnel that are not shown, because too few people took them. */
    private List<String> tooFewToShow() {
        var path =
                "/api/report?from=%s&until=%s".formatted(TODAY.minusDays(30), TODAY.plusDays(30));
        var funnel = api.get("reporting-service", path, COORDINATOR).json().path("funnel");
        return funnel.path("suppressed").valueStream().map(JsonNode::asString).toList();
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
