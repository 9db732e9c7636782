package de.kim.local.story;

import de.kim.local.FewAtOnce;
import de.kim.local.Progress;
import de.kim.local.Trouble;
import de.kim.local.api.Answer;
import de.kim.local.api.Api;
import de.kim.local.load.ImportFile;
import de.kim.local.load.ImportReport;
import de.kim.local.load.Loader;
import de.kim.local.load.Rejected;
import de.kim.local.load.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The main story over the services' APIs, as staff and people would tell it: load the sample, hold
 * a clearing round, open the mails, answer the offers, start the courses of today, and make the
 * mistakes that people make. Every request has a fixed {@code Idempotency-Key}, so a story that was
 * interrupted is told again from the beginning and goes on where it was.
 */
public final class Story {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String COORDINATOR = "koordination";
    private static final String CATALOG = "course-catalog-service";
    private static final String ALLOCATION = "allocation-service";
    private static final String NOTIFICATION = "notification-service";
    private static final String REPORTING = "reporting-service";
    private static final List<String> DECLINE_REASONS =
            List.of(
                    "TIMES_DO_NOT_SUIT",
                    "TOO_FAR",
                    "CHILDCARE",
                    "FOUND_WORK",
                    "OTHER_COURSE",
                    "ILLNESS",
                    "MOVED_AWAY",
                    "OTHER");

    private final Api api;
    private final Mailbox mailbox;
    private final Progress progress;
    private final LocalDate today;
    private final List<ImportFile> sample;

    /**
     * @param sample providers, courses and referrals
     */
    public Story(
            Api api, Mailbox mailbox, Progress progress, LocalDate today, List<ImportFile> sample) {
        this.api = api;
        this.mailbox = mailbox;
        this.progress = progress;
        this.today = today;
        this.sample = List.copyOf(sample);
    }

    /** Tells the story to its end and returns what to print. */
    public Ending play() {
        var desk = new Desk(api, today);
        new Mailboxes(desk).open();
        var imports = load();
        awaitQueued(tested(imports));
        var round = holdRound();
        readMails();
        answerOffers(addresses(imports));
        new SecondThoughts(desk).have();
        startCoursesOfToday();
        progress.tell("story", "a few things go wrong at the desks");
        var mistakes = new Mistakes(desk).make();
        awaitReport();
        return ending(imports, round, mistakes);
    }

    private List<ImportReport> load() {
        var loader = new Loader(api, progress, Sample.bodies());
        return sample.stream().map(loader::load).toList();
    }

    /**
     * Everyone with a test result stands on the waiting list or has been offered a place already.
     */
    private void awaitQueued(int tested) {
        progress.tell("story", "referrals travel to the waiting list");
        var before = offeredBefore();
        Await.until(
                "That all referrals reach the waiting list",
                PATIENCE,
                () -> queued(before) >= tested);
        Await.until(
                "That all courses reach the allocation",
                PATIENCE,
                () -> courses().stream().allMatch(course -> places(id(course, "courseId")).done()));
    }

    /** How many referrals have a test result and so can wait for a place. */
    private int tested(List<ImportReport> imports) {
        var refused =
                imports.getLast().rejected().stream()
                        .map(Rejected::line)
                        .collect(Collectors.toSet());
        return (int)
                sample.getLast().rows().stream()
                        .filter(row -> row.fields().has("testedOn"))
                        .filter(row -> !refused.contains(row.line()))
                        .count();
    }

    /** Those whom a story that was interrupted had offered a place. */
    private Set<String> offeredBefore() {
        return Stream.of("OPEN", "ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN")
                .flatMap(state -> offers(state).stream())
                .map(offer -> id(offer, "referralId"))
                .collect(Collectors.toSet());
    }

    private int queued(Set<String> offeredBefore) {
        Set<String> heard = new TreeSet<>(offeredBefore);
        Pages.all(api, ALLOCATION, "/api/waiting-list", COORDINATOR)
                .forEach(one -> heard.add(id(one, "referralId")));
        return heard.size();
    }

    private JsonNode holdRound() {
        progress.tell("story", "a clearing round decides");
        var answer =
                api.post(
                        ALLOCATION,
                        "/api/rounds",
                        COORDINATOR,
                        "story-" + today + "-round",
                        Map.of());
        return done(answer, "hold the round").json();
    }

    /**
     * Entering the birth date behind the link in the mail or the SMS is the proof that the offer
     * reached the person. Whoever has no address is told by the counsellor.
     */
    private void readMails() {
        progress.tell("story", "people read their mail and SMS");
        var offered = openOffers();
        Await.until(
                "That a message for every offer is on its way",
                PATIENCE,
                () -> told("SENT", "REACHED", "FAILED").containsAll(offered));
        mailbox.openNewLinks();
        told("FAILED").stream()
                .filter(offered::contains)
                .forEach(
                        offer ->
                                done(
                                        api.post(
                                                ALLOCATION,
                                                "/api/offers/" + offer + "/reached",
                                                COORDINATOR,
                                                "story-" + offer,
                                                Map.of()),
                                        "tell a person of an offer"));
        Await.until(
                "That the offer clock starts for everyone",
                PATIENCE,
                () -> offers("OPEN").stream().allMatch(Story::reached));
    }

    private Set<String> openOffers() {
        return offers("OPEN").stream()
                .map(offer -> id(offer, "offerId"))
                .collect(Collectors.toSet());
    }

    /** The offers whose message has one of these states. */
    private Set<String> told(String... states) {
        return Pages.all(api, NOTIFICATION, "/api/messages", COORDINATOR).stream()
                .filter(message -> List.of(states).contains(id(message, "state")))
                .map(message -> id(message, "offerId"))
                .collect(Collectors.toSet());
    }

    private static boolean reached(JsonNode offer) {
        return !offer.path("answerBy").asString("").isEmpty();
    }

    /** Where the people of the sample are told, by their referral. */
    private Map<String, String> addresses(List<ImportReport> imports) {
        var people =
                sample.getLast().rows().stream()
                        .collect(Collectors.toMap(Row::line, Row::fields, (one, other) -> one));
        var addresses = new HashMap<String, String>();
        for (var row : imports.getLast().rows()) {
            var person = people.get(row.line());
            if (person != null && !row.id().isEmpty()) {
                addresses.put(row.id(), Mailbox.address(person));
            }
        }
        return addresses;
    }

    /**
     * Of ten people seven accept, two decline and one has not answered yet; declined places are
     * offered on. Whoever opened their page answers there, for the others the counsellor does.
     */
    private void answerOffers(Map<String, String> addresses) {
        progress.tell("story", "people answer");
        var reached = offers("OPEN").stream().filter(Story::reached).toList();
        var turns = IntStream.range(0, reached.size()).boxed().toList();
        FewAtOnce.each(turns, turn -> answer(reached.get(turn), turn, addresses));
        var declined = offers("DECLINED").size();
        if (declined > 0) {
            progress.tell("story", declined + " declined places are offered on");
            Await.until(
                    "That a refill round ends",
                    PATIENCE,
                    () ->
                            Pages.all(api, ALLOCATION, "/api/rounds", COORDINATOR).stream()
                                    .anyMatch(
                                            round ->
                                                    round.path("kind")
                                                            .asString("")
                                                            .equals("REFILL")));
        }
    }

    private void answer(JsonNode offer, int turn, Map<String, String> addresses) {
        var offerId = id(offer, "offerId");
        var address = addresses.getOrDefault(id(offer, "referralId"), "");
        if (turn % 10 == 3 || turn % 10 == 7) {
            var reason = DECLINE_REASONS.get((turn + 1) / 5 % DECLINE_REASONS.size());
            if (!mailbox.answer(address, "step=decline&reason=" + reason)) {
                var content = Map.of("answeredBy", "COUNSELLOR", "reason", reason);
                answer(offerId, "decline", content);
            }
        } else if (turn % 10 != 9 && !mailbox.answer(address, "step=accept")) {
            answer(offerId, "acceptance", Map.of("answeredBy", "COUNSELLOR"));
        }
    }

    private void answer(String offerId, String how, Map<String, String> content) {
        var path = "/api/offers/" + offerId + "/" + how;
        done(
                api.post(ALLOCATION, path, COORDINATOR, "story-" + offerId + "-" + how, content),
                "answer an offer");
    }

    /** In each course that begins today one person is missing and all others came. */
    private void startCoursesOfToday() {
        progress.tell("story", "the courses of today start");
        for (var course : courses()) {
            var courseId = id(course, "courseId");
            var begins = course.path("sections").path(0).path("begins").asString("");
            if (begins.equals(today.toString())
                    && course.path("state").asString("").equals("SCHEDULED")) {
                var holders = holders(courseId);
                if (!holders.isEmpty()) {
                    var start =
                            Map.of(
                                    "startedOn", today.toString(),
                                    "started", holders.subList(0, Math.max(1, holders.size() - 1)),
                                    "missing",
                                            holders.subList(
                                                    Math.max(1, holders.size() - 1),
                                                    holders.size()));
                    var provider = id(course, "providerId");
                    var path = "/api/courses/" + courseId + "/start";
                    done(
                            api.post(
                                    CATALOG, path, provider, "story-" + courseId + "-start", start),
                            "start a course");
                }
            }
        }
    }

    private List<String> holders(String courseId) {
        return offers("ACCEPTED").stream()
                .filter(offer -> id(offer, "courseId").equals(courseId))
                .map(offer -> id(offer, "referralId"))
                .sorted()
                .toList();
    }

    private void awaitReport() {
        progress.tell("story", "the report catches up");
        // a person who was missing and took another place counts once
        var accepted =
                offers("ACCEPTED").stream()
                        .map(offer -> id(offer, "referralId"))
                        .distinct()
                        .count();
        Await.until(
                "That the report shows every accepted place",
                PATIENCE,
                () -> report().path("funnel").path("accepted").asInt(-1) >= accepted);
    }

    private Ending ending(List<ImportReport> imports, JsonNode round, List<String> mistakes) {
        var rejected = new ArrayList<String>();
        for (var file : imports) {
            file.rejected()
                    .forEach(
                            row ->
                                    rejected.add(
                                            "%s line %d: %s"
                                                    .formatted(
                                                            file.file(), row.line(), row.why())));
        }
        var accepted = offers("ACCEPTED");
        var someone = accepted.isEmpty() ? "" : id(accepted.get(0), "referralId");
        var waiting = Pages.all(api, ALLOCATION, "/api/waiting-list", COORDINATOR);
        return new Ending(
                imports,
                rejected,
                mistakes,
                round,
                statement(id(round, "roundId")),
                report(),
                waiting,
                decision(someone));
    }

    private JsonNode statement(String roundId) {
        return api.get(ALLOCATION, "/api/rounds/" + roundId + "/statement", COORDINATOR).json();
    }

    private JsonNode decision(String referralId) {
        return api.get(ALLOCATION, "/api/decisions/" + referralId, COORDINATOR).json();
    }

    private JsonNode report() {
        var quarter = "%dQ%d".formatted(today.getYear(), (today.getMonthValue() + 2) / 3);
        return api.get(REPORTING, "/api/report?quarter=" + quarter, COORDINATOR).json();
    }

    private List<JsonNode> offers(String state) {
        return Pages.all(api, ALLOCATION, "/api/offers?state=" + state, COORDINATOR);
    }

    private List<JsonNode> courses() {
        return Pages.all(api, CATALOG, "/api/courses", COORDINATOR);
    }

    private Answer places(String courseId) {
        return api.get(ALLOCATION, "/api/courses/" + courseId + "/places", COORDINATOR);
    }

    private static String id(JsonNode item, String name) {
        return item.path(name).asString("");
    }

    private static Answer done(Answer answer, String what) {
        if (!answer.done()) {
            throw new Trouble(
                    "Could not " + what + ": " + answer.refusal(),
                    "See ./kim status and the service's log.");
        }
        return answer;
    }
}
