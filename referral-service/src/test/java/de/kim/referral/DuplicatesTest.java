package de.kim.referral;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.Envelope;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlacementTestRecorded;
import de.kim.events.ReferralRequested;
import de.kim.events.ReferralsLinked;
import de.kim.events.Topic;
import de.kim.kit.web.FrontDoor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;

/** Two bodies refer one person: the second referral is linked, not doubled. */
class DuplicatesTest extends RunningReferrals {
    private static final String OTHER_BODY = "massarbeit";
    private static final String COORDINATOR = "koordination";
    private static final String CATALOG = "course-catalog-service";
    private static final String TEST =
            """
            {"testedOn": "2026-01-20", "recommendedType": "GENERAL", "recommendedSection": 1,
             "dispensable": false}
            """;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired private ApplicationContext context;

    /** Somebody of whom no other test knows, as the first body enters them. */
    private final Map<String, String> person =
            Map.of(
                    "surname",
                    "Doppel-" + SampleBodies.letters(NUMBER.incrementAndGet()),
                    "firstName",
                    "Jürgen Yusuf",
                    "birthDate",
                    "1979-05-24",
                    "fileNumber",
                    "D-" + NUMBER.get());

    @Test
    void the_same_person_of_another_body_is_linked_with_the_same_pseudonym() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second =
                refer(OTHER_BODY, with(Map.of("firstName", "Juergen-Yusuf", "fileNumber", "X-1")));

        assertThat(first.json().path("linked").asBoolean()).isFalse();
        assertThat(second.json().path("linked").asBoolean()).isTrue();
        eventually(() -> assertThat(linked(id(first))).hasSize(1));
        ReferralsLinked said = linked(id(first)).getFirst();
        assertThat(said.linkedReferralId()).isEqualTo(UUID.fromString(id(second)));
        assertThat(said.person()).isEqualTo(pseudonym(first)).isEqualTo(pseudonym(second));
        assertThat(view(OTHER_BODY, second).path("linked").asBoolean()).isTrue();
        assertThat(view(BODY, first).path("linked").asBoolean()).isFalse();
    }

    @Test
    void nobody_is_shown_the_other_bodys_referral() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second = refer(OTHER_BODY, person);
        assertThat(second.text()).doesNotContain(id(first), BODY);
        assertThat(get(OTHER_BODY, path(id(first))).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get(BODY, path(id(second))).code()).isEqualTo("REFERRAL_NOT_FOUND");
        assertThat(get(OTHER_BODY, path(id(second))).text()).doesNotContain(id(first), BODY);
        assertThat(get(OTHER_BODY, path(id(second)) + "/export").text())
                .doesNotContain(id(first), BODY);
    }

    @Test
    void a_stranger_is_not_linked() {
        refer(BODY, person);
        FrontDoor.Reply other = refer(OTHER_BODY, with(Map.of("firstName", "Olena Iryna")));
        assertThat(other.json().path("linked").asBoolean()).isFalse();
    }

    @Test
    void ten_bodies_in_one_instant_are_one_person() throws Exception {
        List<Callable<FrontDoor.Reply>> requests =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        (Callable<FrontDoor.Reply>)
                                                () -> refer(i % 2 == 0 ? BODY : OTHER_BODY, person))
                        .toList();
        List<FrontDoor.Reply> replies = new ArrayList<>();
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<FrontDoor.Reply> each : desks.invokeAll(requests)) {
                replies.add(each.get());
            }
        }
        List<FrontDoor.Reply> standing =
                replies.stream().filter(it -> !it.json().path("linked").asBoolean()).toList();
        assertThat(standing).hasSize(1);
        assertThat(replies)
                .extracting(this::pseudonym)
                .containsOnly(pseudonym(standing.getFirst()));
        eventually(() -> assertThat(linked(id(standing.getFirst()))).hasSize(9));
    }

    @Test
    void a_person_whose_referral_ended_keeps_the_pseudonym_and_waits_anew() {
        FrontDoor.Reply first = refer(BODY, person);
        post(path(id(first)) + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        FrontDoor.Reply again = refer(OTHER_BODY, person);
        assertThat(again.json().path("linked").asBoolean()).isFalse();
        assertThat(pseudonym(again)).isEqualTo(pseudonym(first));
    }

    @Test
    void when_the_first_referral_ends_the_next_one_stands_for_the_person() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second = refer(OTHER_BODY, person);
        FrontDoor.Reply third = refer(BODY, person);
        as(OTHER_BODY).post(path(id(second)) + "/placement-test", TEST);
        post(path(id(first)) + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}");

        assertThat(view(OTHER_BODY, second).path("linked").asBoolean()).isFalse();
        assertThat(view(BODY, third).path("linked").asBoolean()).isTrue();
        eventually(() -> assertThat(linked(id(second))).hasSize(2));
        assertThat(linked(id(second)))
                .extracting(ReferralsLinked::linkedReferralId)
                .containsExactly(UUID.fromString(id(first)), UUID.fromString(id(third)));
        // said again, since nobody has waited for it
        assertThat(WIRE.said(Topic.REFERRALS, id(second)))
                .filteredOn(it -> it.event() instanceof PlacementTestRecorded)
                .hasSize(2);
        FrontDoor.Reply fourth = refer(OTHER_BODY, person);
        assertThat(fourth.json().path("linked").asBoolean()).isTrue();
        eventually(() -> assertThat(linked(id(second))).hasSize(3));
    }

    @Test
    void who_revokes_the_consent_of_one_referral_keeps_waiting_by_the_other() {
        FrontDoor.Reply first =
                as("mbe-1").post("/api/referrals", SampleBodies.referral(consenting()));
        FrontDoor.Reply second = refer(OTHER_BODY, person);
        assertThat(second.json().path("linked").asBoolean()).isTrue();
        as("mbe-1").post(path(id(first)) + "/consent-revocation", "{\"purpose\": \"REFERRAL\"}");
        assertThat(view("mbe-1", first).path("state").asString()).isEqualTo("ERASED");
        assertThat(view(OTHER_BODY, second).path("linked").asBoolean()).isFalse();
        assertThat(marks(second)).isPositive();
    }

    @Test
    void both_bodies_are_told_of_the_start() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second = refer(OTHER_BODY, person);
        UUID course = UUID.randomUUID();
        WIRE.say(
                CATALOG,
                1,
                new ParticipantStarted(
                        course, UUID.fromString(id(first)), LocalDate.of(2026, 11, 23)));
        eventually(
                () ->
                        assertThat(view(OTHER_BODY, second).path("courseId").asString(""))
                                .isEqualTo(course.toString()));
        assertThat(view(OTHER_BODY, second).path("startedOn").asString()).isEqualTo("2026-11-23");
    }

    private Map<String, Object> consenting() {
        Map<String, Object> consenting = new HashMap<>(person);
        consenting.put("consent", true);
        return consenting;
    }

    @Test
    void what_was_entered_in_error_is_nobody() {
        FrontDoor.Reply first = refer(BODY, person);
        post(path(id(first)) + "/entry-error", "{}");
        assertThat(pseudonym(refer(OTHER_BODY, person))).isNotEqualTo(pseudonym(first));
    }

    @Test
    void an_erased_person_leaves_no_marks_and_is_not_known_again() {
        FrontDoor.Reply first = refer(BODY, person);
        assertThat(marks(first)).isPositive();
        post(path(id(first)) + "/erasure", "{}");
        assertThat(marks(first)).isZero();
        assertThat(refer(OTHER_BODY, person).json().path("linked").asBoolean()).isFalse();
    }

    @Test
    void marks_that_a_backup_lacks_are_made_again_and_the_reading_is_logged() {
        FrontDoor.Reply first = refer(BODY, person);
        List<String> before = hashes(first);
        jdbc.update("delete from vault.mark where referral_id = ?::uuid", id(first));

        context.getBean("marksAgain", SmartLifecycle.class).start();
        context.getBean("marksAgain", SmartLifecycle.class).start();

        assertThat(hashes(first)).isEqualTo(before);
        assertThat(refer(OTHER_BODY, person).json().path("linked").asBoolean()).isTrue();
        assertThat(
                        jdbc.queryForList(
                                "select purpose from access_log where referral_id = ?::uuid",
                                String.class,
                                id(first)))
                .containsExactly("MARKS_AGAIN");
    }

    @Test
    void with_one_referral_the_other_of_the_person_is_erased_and_its_marks() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second = refer(OTHER_BODY, person);
        post(path(id(first)) + "/erasure", "{}");
        assertThat(marks(second)).isZero();
        assertThat(view(OTHER_BODY, second).path("state").asString()).isEqualTo("ERASED");
    }

    @Test
    void a_central_number_without_the_name_is_left_to_the_coordinator_who_decides_once() {
        String number = "9%011d".formatted(NUMBER.incrementAndGet());
        FrontDoor.Reply first = refer(BODY, with(Map.of("centralNumber", number)));
        FrontDoor.Reply second =
                refer(
                        OTHER_BODY,
                        with(
                                Map.of(
                                        "surname",
                                        "Probe",
                                        "firstName",
                                        "Olena",
                                        "birthDate",
                                        "1981-06-20",
                                        "fileNumber",
                                        "P-" + NUMBER.get(),
                                        "centralNumber",
                                        number)));
        assertThat(second.json().path("linked").asBoolean()).isFalse();
        JsonNode possible = possible(second);
        assertThat(possible.path("referral").path("referringBody").asString())
                .isEqualTo(OTHER_BODY);
        assertThat(possible.path("other").path("referralId").asString()).isEqualTo(id(first));
        assertThat(possible.path("agreeing"))
                .extracting(JsonNode::asString)
                .containsExactly("AZR_NUMBER");
        assertThat(possible.toString()).doesNotContain("Doppel", "Probe", number, "1979");

        String decision =
                "/api/possible-duplicates/" + possible.path("id").asString() + "/decision";
        assertThat(coordinator().post(decision, "{\"same\": true}").status()).isEqualTo(204);
        assertThat(coordinator().post(decision, "{\"same\": true}").status()).isEqualTo(204);
        assertThat(coordinator().post(decision, "{\"same\": false}").code())
                .isEqualTo("DUPLICATE_DECIDED");
        assertThat(view(OTHER_BODY, second).path("linked").asBoolean()).isTrue();
        eventually(() -> assertThat(linked(id(first))).hasSize(1));
        assertThat(linked(id(first)).getFirst().person()).isEqualTo(pseudonym(first));
        assertThat(possibleIds(false)).doesNotContain(possible.path("id").asString());
    }

    @Test
    void a_central_number_that_becomes_known_later_links_too() {
        String number = "9%011d".formatted(NUMBER.incrementAndGet());
        FrontDoor.Reply first = refer(BODY, with(Map.of("centralNumber", number)));
        FrontDoor.Reply second =
                refer(OTHER_BODY, with(Map.of("surname", "Ehename", "fileNumber", "E-1")));
        assertThat(second.json().path("linked").asBoolean()).isFalse();
        String amendment =
                SampleBodies.amendment("03404000")
                        .replaceFirst("\\{", "{\"centralNumber\": \"" + number + "\", ");
        FrontDoor.Reply amended = as(OTHER_BODY).post(path(id(second)) + "/amendment", amendment);
        assertThat(amended.status()).as(amended.text()).isEqualTo(204);
        assertThat(view(OTHER_BODY, second).path("linked").asBoolean()).isTrue();
        eventually(() -> assertThat(linked(id(first))).hasSize(1));
    }

    @Test
    void who_is_not_the_same_stays_two() {
        FrontDoor.Reply first = refer(BODY, person);
        FrontDoor.Reply second = refer(OTHER_BODY, with(Map.of("birthDate", "1979-05-25")));
        String id = possible(second).path("id").asString();
        String decision = "/api/possible-duplicates/" + id + "/decision";
        assertThat(coordinator().post(decision, "{\"same\": false}").status()).isEqualTo(204);
        assertThat(possibleIds(false)).doesNotContain(id);
        assertThat(possibleIds(true)).contains(id);
        assertThat(pseudonym(second)).isNotEqualTo(pseudonym(first));
        assertThat(coordinator().post(decision, "{\"same\": true}").code())
                .isEqualTo("DUPLICATE_DECIDED");
    }

    @Test
    void whoever_stood_for_others_stands_aside_with_them() {
        FrontDoor.Reply first = refer(BODY, person);
        Map<String, String> alike = with(Map.of("birthDate", "1979-05-26", "fileNumber", "A-1"));
        FrontDoor.Reply second = refer(OTHER_BODY, alike);
        FrontDoor.Reply third = refer(OTHER_BODY, alike);
        assertThat(second.json().path("linked").asBoolean()).isFalse();
        assertThat(third.json().path("linked").asBoolean()).isTrue();
        String decision =
                "/api/possible-duplicates/" + possible(second).path("id").asString() + "/decision";
        assertThat(possible(third).at("/other/referralId").asString()).isEqualTo(id(first));
        assertThat(coordinator().post(decision, "{\"same\": true}").status()).isEqualTo(204);
        // nobody has to be asked any more
        assertThat(possible(false))
                .noneMatch(it -> it.at("/referral/referralId").asString().equals(id(third)));

        as(OTHER_BODY).post(path(id(second)) + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        assertThat(view(OTHER_BODY, third).path("linked").asBoolean()).isTrue();
        post(path(id(first)) + "/withdrawal", "{\"reason\": \"MOVED_AWAY\"}");
        assertThat(view(OTHER_BODY, third).path("linked").asBoolean()).isFalse();
    }

    @Test
    void what_there_is_not_cannot_be_decided() {
        String path = "/api/possible-duplicates/" + UUID.randomUUID() + "/decision";
        assertThat(coordinator().post(path, "{\"same\": true}").code())
                .isEqualTo("POSSIBLE_DUPLICATE_NOT_FOUND");
    }

    private FrontDoor coordinator() {
        return as(COORDINATOR);
    }

    private Map<String, String> with(Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(person);
        changed.putAll(changes);
        return changed;
    }

    private FrontDoor.Reply refer(String body, Map<String, String> who) {
        FrontDoor.Reply reply = as(body).post("/api/referrals", SampleBodies.referral(who));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    private JsonNode possible(FrontDoor.Reply referral) {
        return possible(false).stream()
                .filter(it -> it.at("/referral/referralId").asString().equals(id(referral)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> possibleIds(boolean decided) {
        return possible(decided).stream().map(it -> it.path("id").asString()).toList();
    }

    /** All pages. */
    private List<JsonNode> possible(boolean decided) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/possible-duplicates?limit=2&decided=" + decided + cursor;
            JsonNode page = get(COORDINATOR, path).json();
            page.path("items").forEach(all::add);
            cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private List<ReferralsLinked> linked(String referralId) {
        return WIRE.said(Topic.REFERRALS, referralId).stream()
                .map(Envelope::event)
                .filter(ReferralsLinked.class::isInstance)
                .map(ReferralsLinked.class::cast)
                .toList();
    }

    /** As it is said: what the vault has may be another one by now. */
    private UUID pseudonym(FrontDoor.Reply referral) {
        List<UUID> said = new ArrayList<>();
        eventually(
                () -> {
                    WIRE.said(Topic.REFERRALS, id(referral)).stream()
                            .map(Envelope::event)
                            .filter(ReferralRequested.class::isInstance)
                            .map(it -> ((ReferralRequested) it).person())
                            .forEach(said::add);
                    assertThat(said).isNotEmpty();
                });
        return said.getFirst();
    }

    private JsonNode view(String body, FrontDoor.Reply referral) {
        return get(body, path(id(referral))).json();
    }

    private int marks(FrontDoor.Reply referral) {
        return hashes(referral).size();
    }

    private List<String> hashes(FrontDoor.Reply referral) {
        return jdbc.queryForList(
                "select kind || hash::text from vault.mark where referral_id = ?::uuid order by 1",
                String.class,
                id(referral));
    }

    private static String id(FrontDoor.Reply reply) {
        return reply.json().path("referralId").asString();
    }

    private static String path(String id) {
        return "/api/referrals/" + id;
    }
}
