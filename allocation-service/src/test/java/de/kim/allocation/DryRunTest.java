package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.plumbing.OneRoundAtATime;
import de.kim.allocation.write.AllocationRefusal;
import de.kim.events.Wish;
import de.kim.kit.web.BadInput;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A round is tried as it would be held, and leaves nothing behind. */
class DryRunTest extends AllocationTestBase {
    private static final LocalDate EARLY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LATE = LocalDate.of(2026, 11, 3);
    private static final String DECLINED =
            "{\"answeredBy\":\"COUNSELLOR\",\"reason\":\"TIMES_DO_NOT_SUIT\"}";

    @Autowired private OneRoundAtATime one;

    @Test
    void it_says_what_the_round_held_next_does_from_the_same_input_to_the_same_outcome() {
        // draws the quarter's seed
        holdRound();
        UUID courseId = neighbours.schedule(1);
        UUID first = neighbours.refer(EARLY);
        UUID next = neighbours.refer(LATE);

        JsonNode tried = dryRun();

        assertThat(tried.path("waiting").asInt()).isEqualTo(2);
        assertThat(tried.path("passed").asBoolean()).isTrue();
        assertThat(tried.path("lotterySure").asBoolean()).isTrue();
        assertThat(tried.path("places")).hasSize(1);
        JsonNode place = tried.path("places").get(0);
        assertThat(place.path("referralId").asString()).isEqualTo(first.toString());
        assertThat(place.path("courseId").asString()).isEqualTo(courseId.toString());
        assertThat(place.path("rank").asInt()).isEqualTo(1);
        assertThat(state(first)).isEqualTo("WAITING");

        JsonNode held =
                door.get("/api/rounds/" + holdRound().json().path("roundId").asString()).json();
        assertThat(held.path("verdicts")).isEqualTo(tried.path("verdicts"));
        assertThat(state(first)).isEqualTo("OFFERED");
        assertThat(state(next)).isEqualTo("WAITING");
    }

    @Test
    void nothing_is_stored() {
        neighbours.schedule(1);
        neighbours.refer(EARLY);
        neighbours.refer(LATE);
        List<String> before = everything();

        dryRun();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void it_waits_for_no_round_and_no_round_waits_for_it() {
        neighbours.schedule(1);
        neighbours.refer(EARLY);

        assertThat(one.tryRun(this::dryRun))
                .get()
                .satisfies(tried -> assertThat(tried.path("places")).hasSize(1));
    }

    @Test
    void it_differs_from_the_last_round_by_who_takes_part_in_it() {
        UUID course = neighbours.schedule(2);
        UUID declines = neighbours.refer(EARLY);
        UUID keeps = neighbours.refer(LATE);
        UUID waits = neighbours.refer(LATE.plusDays(1));
        String last = holdRound().json().path("roundId").asString();
        answer(openOffer(declines), "decline", DECLINED);

        JsonNode since = dryRun().path("sinceLastRound");

        assertThat(since.path("roundId").asString()).isEqualTo(last);
        JsonNode difference = since.path("difference");
        assertThat(people(difference.path("newlyMatched"))).containsExactly(waits.toString());
        assertThat(people(difference.path("noLongerMatched"))).containsExactly(declines.toString());
        assertThat(difference.path("noLongerMatched").get(0).path("before").asString())
                .isEqualTo(course.toString());
        assertThat(difference.path("otherCourse")).isEmpty();
        assertThat(difference.path("takeNoPart").asInt()).isEqualTo(1);
        assertThat(state(keeps)).isEqualTo("OFFERED");
    }

    @Test
    void whoever_declined_and_would_get_another_course_is_named_with_both() {
        UUID dearest = UUID.randomUUID();
        UUID person = neighbours.refer(EARLY, List.of(new Wish(Neighbours.PROVIDER, dearest)));
        neighbours.say(Neighbours.course(dearest, Neighbours.PROVIDER, 1));
        UUID other = neighbours.schedule(1);
        holdRound();
        answer(openOffer(person), "decline", DECLINED);

        JsonNode moved = dryRun().at("/sinceLastRound/difference/otherCourse").get(0);

        assertThat(moved.path("referralId").asString()).isEqualTo(person.toString());
        assertThat(moved.path("before").asString()).isEqualTo(dearest.toString());
        assertThat(moved.path("now").asString()).isEqualTo(other.toString());
    }

    @Test
    void a_round_that_would_not_pass_would_offer_nothing() {
        neighbours.schedule(1);
        neighbours.refer(EARLY);
        referee.findFault(true);

        JsonNode tried = dryRun();

        assertThat(tried.path("passed").asBoolean()).isFalse();
        assertThat(tried.path("verdicts").get(0).path("detail").asString()).isEqualTo("planted");
        assertThat(tried.path("places")).isEmpty();
    }

    @Test
    void contradictory_input_is_refused_as_the_round_would_be() {
        neighbours.schedule(1);
        String rulebook =
                jdbc.sql("select rulebook::text from rulebook where version = 1")
                        .query(String.class)
                        .single();
        jdbc.sql(
                        """
                        update rulebook set rulebook = jsonb_set(rulebook, '{radiusKm}', '-1')
                        where version = 1
                        """)
                .update();
        try {
            Reply reply = door.post("/api/rounds/dry-run", "{}");
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.code()).isEqualTo(AllocationRefusal.ROUND_INPUT_INVALID.name());
        } finally {
            jdbc.sql("update rulebook set rulebook = ?::jsonb where version = 1")
                    .param(rulebook)
                    .update();
        }
    }

    @Test
    void bad_trials_are_refused_and_store_nothing() {
        BadInput.against(door, "/api/rounds/dry-run", "{}").stored(this::everything).check();
    }

    private JsonNode dryRun() {
        Reply reply = door.post("/api/rounds/dry-run", "{}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> people(JsonNode changes) {
        return changes.valueStream().map(one -> one.path("referralId").asString()).toList();
    }

    private List<String> everything() {
        List<String> rows = new ArrayList<>();
        for (String table :
                List.of(
                        "event",
                        "placement",
                        "course_places",
                        "offer",
                        "decision",
                        "clearing_round",
                        "lottery_seed",
                        "lottery_number",
                        "refill_wanted")) {
            jdbc.sql("select t::text from " + table + " t order by 1")
                    .query(String.class)
                    .list()
                    .forEach(row -> rows.add(table + row));
        }
        return rows;
    }
}
