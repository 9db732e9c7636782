package de.kim.system.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.local.Progress;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.load.ImportFile;
import de.kim.local.load.Loader;
import de.kim.local.story.Mailbox;
import de.kim.system.Invented;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The network's bodies, as they use the services. */
record Network(Api api, Mailbox mailbox) {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final String COORDINATOR = "koordination";
    private static final String BODY = "jobcenter-stadt";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** People as a file that is imported names them; how they are called here, the first first. */
    List<String> refer(List<Map<String, Object>> people) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var person : people) {
            var row = new TreeMap<String, Object>(person());
            row.putAll(person);
            rows.add(row);
        }
        var file =
                ImportFile.parse(
                        "people.json", JsonMapper.shared().writeValueAsString(rows), TODAY);
        var ids = new ArrayList<String>();
        for (var row : file.rows()) {
            var one = new ImportFile(file.name(), file.kind(), List.of(row), List.of());
            var report = new Loader(api, Progress.SILENT, Set.of(BODY)).load(one);
            assertThat(report.rejected()).isEmpty();
            ids.add(referrals().getLast());
        }
        return ids;
    }

    /** Everybody is offered a place, is told so, and takes it; and the course begins with them. */
    void leadToACourse(List<String> people) {
        var course = course(people.size());
        until(() -> names(list("allocation-service", "/api/waiting-list")).containsAll(people));
        post("allocation-service", "/api/rounds", COORDINATOR, Map.of());
        until(() -> offers().size() == people.size());
        until(() -> mailbox.openNewLinks() >= 0 && offers().stream().allMatch(Network::isReached));
        for (var offer : offers()) {
            var path = "/api/offers/%s/acceptance".formatted(offer.path("offerId").asString());
            post("allocation-service", path, COORDINATOR, Map.of("answeredBy", "COUNSELLOR"));
        }
        post(
                "course-catalog-service",
                "/api/courses/" + course + "/start",
                Invented.PROVIDER,
                Map.of("startedOn", TODAY.toString(), "started", people, "missing", List.of()));
        people.forEach(person -> until(() -> state(person).equals("COMPLETED")));
        people.forEach(person -> until(() -> timeline(person).contains("referral-completed")));
    }

    void erase(String referral) {
        post("referral-service", "/api/referrals/" + referral + "/erasure", BODY, Map.of());
    }

    JsonNode export(String referral) {
        return get("referral-service", "/api/referrals/" + referral + "/export", BODY);
    }

    String state(String referral) {
        return get("referral-service", "/api/referrals/" + referral, BODY)
                .path("state")
                .asString("");
    }

    /** What the auditor reads of who read a person's data. */
    JsonNode accessLog(String referral) {
        return get("referral-service", "/api/referrals/" + referral + "/access-log", "revision");
    }

    String timeline(String referral) {
        var path = "/api/referrals/" + referral + "/timeline";
        return get("reporting-service", path, COORDINATOR).toString();
    }

    /** The report without how far the ledger was read, and without what is asked of attributes. */
    Map<String, String> figures() {
        var path =
                "/api/report?from=%s&until=%s".formatted(TODAY.minusDays(30), TODAY.plusDays(30));
        var report = get("reporting-service", path, COORDINATOR);
        var figures = new TreeMap<String, String>();
        for (var part : List.of("funnel", "losses", "waiting", "clocks", "utilisation")) {
            assertThat(report.has(part)).as(part).isTrue();
            figures.put(part, report.path(part).toString());
        }
        return figures;
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(LONGEST).pollInterval(Duration.ofMillis(200)).until(condition);
    }

    private List<String> referrals() {
        var items = api.get("referral-service", "/api/referrals?limit=200", BODY).json();
        return names(items.path("items").valueStream().toList());
    }

    private List<JsonNode> offers() {
        return list("allocation-service", "/api/offers?state=OPEN");
    }

    private static boolean isReached(JsonNode offer) {
        return !offer.path("answerBy").asString("").isEmpty();
    }

    private List<JsonNode> list(String service, String path) {
        return get(service, path, COORDINATOR).path("items").valueStream().toList();
    }

    private static List<String> names(List<JsonNode> items) {
        return items.stream().map(item -> item.path("referralId").asString()).toList();
    }

    private JsonNode get(String service, String path, String body) {
        var answer = api.get(service, path, body);
        assertThat(answer.done()).as("%s %s: %s", service, path, answer.json()).isTrue();
        return answer.json();
    }

    private Answer post(String service, String path, String body, Object content) {
        var answer = api.post(service, path, body, UUID.randomUUID().toString(), content);
        assertThat(answer.done()).as("%s %s: %s", service, path, answer.json()).isTrue();
        return answer;
    }

    private String course(int places) {
        post("course-catalog-service", "/api/providers", COORDINATOR, Invented.provider(TODAY));
        var plan = Invented.course(TODAY, TODAY.plusDays(40), places);
        var id =
                post("course-catalog-service", "/api/courses", Invented.PROVIDER, plan)
                        .json()
                        .path("courseId")
                        .asString();
        var path = "/api/courses/" + id + "/places";
        until(
                () ->
                        api.get("allocation-service", path, COORDINATOR)
                                        .json()
                                        .path("free")
                                        .asInt(-1)
                                == places);
        return id;
    }

    private static Map<String, Object> person() {
        var person = new TreeMap<>(Invented.person(TODAY));
        person.putAll(Invented.placementTest(TODAY));
        person.put("body", BODY);
        person.put("legalBasis", "OBLIGED_JOBCENTER");
        return person;
    }
}
