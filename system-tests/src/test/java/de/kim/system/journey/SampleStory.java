package de.kim.system.journey;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kim.events.Exclusion;
import de.kim.local.Progress;
import de.kim.local.api.Api;
import de.kim.local.issuer.Account;
import de.kim.local.issuer.Accounts;
import de.kim.local.load.ImportFile;
import de.kim.local.load.ImportReport;
import de.kim.local.load.Kind;
import de.kim.local.load.Rejected;
import de.kim.local.story.Ending;
import de.kim.local.story.Mailbox;
import de.kim.local.story.Sample;
import de.kim.local.story.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The story of ./kim demo with part of its people, against running services: whatever a service can
 * refuse, and every state, occurs in it or stands below with the reason why not. Whoever adds a
 * code or a state adds it to the sample, to the story or to these lists.
 */
record SampleStory(Api api, Mailbox mailbox, String bootstrap, LocalDate today) {
    private static final int PEOPLE = 60;

    /** At the end of the file: rows that are refused. */
    private static final int BAD_ROWS = 12;

    private static final String ROUNDS = "only a clearing round or a policy sends this command";

    private static final String PLACED =
            "depends on who has a place just then; tested with the service alone";

    private static final String SIGNED =
            "only who knows the gateway's secret gets so far; tested with the service alone";

    private static final String FAULT = "needs a fault: a lost key, a restored or an empty ledger";

    private static final Map<String, String> UNMET_REFUSALS =
            Map.ofEntries(
                    Map.entry("allocation-service ALREADY_PLACED", ROUNDS),
                    Map.entry("allocation-service COURSE_BEGUN", PLACED),
                    Map.entry("allocation-service COURSE_CLOSED", ROUNDS),
                    Map.entry("allocation-service COURSE_FULL", ROUNDS),
                    Map.entry("allocation-service ENTRY_CLOSED", ROUNDS),
                    Map.entry("allocation-service NOT_WAITING", PLACED),
                    Map.entry("allocation-service OFFER_ALREADY_LIVE", ROUNDS),
                    Map.entry("allocation-service OFFER_NOT_DUE", ROUNDS),
                    Map.entry("allocation-service PLACE_NOT_FOUND", PLACED),
                    Map.entry("allocation-service PLACES_OUT_OF_RANGE", ROUNDS),
                    Map.entry("allocation-service REFERRAL_CLOSED", ROUNDS),
                    Map.entry(
                            "allocation-service ROUND_INPUT_INVALID",
                            "what the services accept does not contradict itself"),
                    Map.entry(
                            "allocation-service ROUND_INPUT_GONE",
                            "needs a backup that was restored"),
                    Map.entry(
                            "allocation-service ROUND_RUNNING",
                            "a race of two coordinators, who would have to meet in one instant"),
                    Map.entry(
                            "allocation-service COUNTERFACTUAL_RUNNING",
                            "needs one that has not ended when the next is asked for"),
                    Map.entry(
                            "allocation-service RULEBOOK_MISSING",
                            "the first rulebook is published when the service starts"),
                    Map.entry(
                            "allocation-service RULEBOOK_NOT_NEXT",
                            "a race of two who approve rules in one instant"),
                    Map.entry(
                            "allocation-service OVERRIDE_AGAINST_LAW",
                            "needs somebody who waits, and could give a place out of turn"),
                    Map.entry(
                            "allocation-service OVERRIDE_WITHOUT_PLACE",
                            "needs somebody who waits and a full course, which can change"),
                    Map.entry(
                            "allocation-service FOUR_EYES",
                            "needs a proposal, which would stay open in the sample"),
                    Map.entry(
                            "referral-service TEST_DATE_BEGUN",
                            "a date is ahead when it is opened; tested with a clock"),
                    Map.entry(
                            "course-catalog-service FEED_TOO_LARGE",
                            "needs more courses than the network has"),
                    Map.entry("notification-service SMS_REPORT_MALFORMED", SIGNED),
                    Map.entry("notification-service SMS_REPORT_REPLAYED", SIGNED),
                    Map.entry(
                            "reporting-service EVENT_NOT_SIGNED_YET",
                            "a checkpoint follows within a second"),
                    Map.entry(
                            "reporting-service REPORT_BUSY",
                            "needs more people than one desk who ask in one instant"),
                    Map.entry("reporting-service LEDGER_EMPTY", FAULT),
                    Map.entry("reporting-service SIGNING_KEY_MISSING", FAULT),
                    Map.entry("reporting-service LEDGER_NOT_SIGNABLE", FAULT));

    private static final Map<String, String> UNMET_STATES =
            Map.of("Offer EXPIRED", "takes working days; tested with a clock");

    private static final Map<Exclusion, String> UNMET_EXCLUSIONS =
            Map.of(
                    Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE,
                    "refused at once: LEGAL_BASIS_CLOSED, TOO_YOUNG; a later rulebook could do it",
                    Exclusion.ENTRY_CLOSED,
                    "needs a course that should have begun days ago and was not reported",
                    Exclusion.AGE_OUT_OF_RANGE,
                    "only courses that began before May 2025 have an age limit");

    void tell(Progress progress) {
        var ending = play(progress);
        assertThat(refusals(ending))
                .as("refusals met")
                .containsExactlyInAnyOrderElementsOf(
                        without(ServiceNames.refusals(), UNMET_REFUSALS.keySet()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(states())
                                        .as("states reached")
                                        .containsExactlyInAnyOrderElementsOf(
                                                without(allStates(), UNMET_STATES.keySet())));
        // whoever was missing is told why they wait in the round that follows
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(exclusions())
                                        .as("exclusions met")
                                        .containsExactlyInAnyOrderElementsOf(
                                                without(
                                                        Set.of(Exclusion.values()),
                                                        UNMET_EXCLUSIONS.keySet())));
        var things = things();
        assertThat(play(progress).mistakes()).as("told again").isEqualTo(ending.mistakes());
        assertThat(things()).as("nothing twice").isEqualTo(things);
    }

    /** What was made: told again, the story makes none of it anew. */
    private List<String> things() {
        return Stream.concat(
                        referrals().map(one -> one.path("referralId").asString()),
                        courses().map(one -> one.path("courseId").asString()))
                .sorted()
                .toList();
    }

    private Stream<JsonNode> referrals() {
        return Accounts.ALL.stream()
                .filter(account -> account.roles().contains("referrer"))
                .map(Account::user)
                .flatMap(body -> list("referral-service", "/api/referrals", body));
    }

    private Stream<JsonNode> courses() {
        return list("course-catalog-service", "/api/courses", Accounts.COORDINATOR);
    }

    private Ending play(Progress progress) {
        var files = Sample.files(today).stream().map(SampleStory::part).toList();
        return new Story(api, mailbox, progress, today, files).play();
    }

    private static ImportFile part(ImportFile file) {
        if (file.kind() != Kind.REFERRALS) {
            return file;
        }
        var rows = file.rows();
        var some =
                Stream.concat(
                        rows.stream().limit(PEOPLE),
                        rows.stream().skip((long) rows.size() - BAD_ROWS));
        return new ImportFile(file.name(), file.kind(), some.toList(), file.rejected());
    }

    private static Set<String> refusals(Ending ending) {
        var met = new TreeSet<>(ending.mistakes());
        for (ImportReport file : ending.imports()) {
            var service =
                    file.kind() == Kind.REFERRALS ? "referral-service" : "course-catalog-service";
            file.rejected().stream()
                    .map(Rejected::why)
                    .filter(why -> why.matches("[A-Z_0-9]+: .*"))
                    .map(why -> why.substring(0, why.indexOf(':')))
                    // said by every service alike, of input that no rule was asked about
                    .filter(code -> !code.equals("INVALID_INPUT"))
                    .forEach(code -> met.add(service + " " + code));
        }
        return met;
    }

    private static Set<String> allStates() {
        var all = new TreeSet<String>();
        add(all, "Referral ", "referral-service", "de.kim.referral.write.ReferralState");
        add(all, "Course ", "course-catalog-service", "de.kim.catalog.write.CourseState");
        add(all, "Offer ", "allocation-service", "de.kim.allocation.read.Offers$State");
        Stream.of("WAITING", "OFFERED", "PLACED", "KEEPS_WAITING", "BEGUN", "ENDED")
                .forEach(state -> all.add("Placement " + state));
        return all;
    }

    private static void add(Set<String> all, String of, String service, String enumName) {
        ServiceNames.constants(service, enumName).forEach(state -> all.add(of + state));
    }

    private Set<String> states() {
        var met = new TreeSet<String>();
        referrals().forEach(one -> met.add("Referral " + state(one)));
        courses().forEach(one -> met.add("Course " + state(one)));
        var offers = list("allocation-service", "/api/offers", Accounts.COORDINATOR).toList();
        offers.forEach(one -> met.add("Offer " + state(one)));
        list("allocation-service", "/api/waiting-list", Accounts.COORDINATOR)
                .forEach(one -> met.add("Placement " + state(one)));
        offers.stream()
                .map(offer -> "/api/waiting-list/" + offer.path("referralId").asString())
                .distinct()
                .map(path -> api.get("allocation-service", path, Accounts.COORDINATOR).json())
                .forEach(one -> met.add("Placement " + state(one)));
        return met;
    }

    private Stream<JsonNode> list(String service, String path, String user) {
        var answer = api.get(service, path + "?limit=200", user);
        assertThat(answer.json().path("nextCursor").asString("")).as("all on one page").isEmpty();
        return answer.json().path("items").valueStream();
    }

    private static String state(JsonNode item) {
        return item.path("state").asString();
    }

    private Set<Exclusion> exclusions() {
        return PublicHistory.read(bootstrap).events().stream()
                .filter(event -> event.path("type").asString().endsWith("allocation-decided.v1"))
                .flatMap(event -> event.path("data").path("reasons").valueStream())
                .flatMap(reason -> reason.path("exclusions").valueStream())
                .map(code -> Exclusion.valueOf(code.asString()))
                .collect(toCollection(TreeSet::new));
    }

    private static <T> List<T> without(Set<T> all, Set<T> unmet) {
        assertThat(all).as("exceptions that are there").containsAll(unmet);
        return all.stream().filter(each -> !unmet.contains(each)).toList();
    }
}
