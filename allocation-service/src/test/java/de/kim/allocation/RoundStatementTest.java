package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.plumbing.Rebuild;
import de.kim.kit.access.Role;
import de.kim.kit.web.FrontDoor;
import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A round is told as a whole, as it was when it was held. */
class RoundStatementTest extends AllocationTestBase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired private Rebuild rebuild;

    @Test
    void it_says_who_got_a_place_why_others_did_not_and_where_places_are_left() {
        UUID far = neighbours.schedule("traeger-" + UUID.randomUUID(), 3);
        neighbours.schedule(1);
        neighbours.refer(DAY);
        neighbours.refer(DAY.plusDays(1));

        JsonNode told = statement(door, held());

        assertThat(told.path("passed").asBoolean()).isTrue();
        assertThat(told.path("stated").asBoolean()).isTrue();
        assertThat(told.path("english").asString()).contains("No error was found");
        assertThat(told.path("waiting").asInt()).isEqualTo(2);
        assertThat(told.path("matched").asInt()).isEqualTo(1);
        assertThat(told.path("unmatched").asInt()).isEqualTo(1);
        assertThat(codes(told.path("why"))).containsExactly("NO_PLACE_LEFT 1");
        JsonNode left = told.path("placesLeft").get(0);
        assertThat(left.path("courseId").asString()).isEqualTo(far.toString());
        assertThat(left.path("left").asInt()).isEqualTo(3);
        assertThat(codes(left.path("why"))).containsExactly("PROVIDER_NOT_ADMITTED 2");
        assertThat(left.path("why").get(0).path("german").asString()).contains("Träger");
    }

    @Test
    void it_stays_as_it_was_whatever_happens_later() {
        neighbours.schedule(1);
        neighbours.refer(DAY);
        neighbours.refer(DAY.plusDays(1));
        String roundId = held();
        String told = statement(door, roundId).toString();

        neighbours.schedule(5);
        held();
        rebuild.run();

        assertThat(statement(door, roundId).toString()).isEqualTo(told);
    }

    @Test
    void what_fewer_than_three_have_in_common_is_for_those_who_see_everybody() {
        UUID courseId = neighbours.schedule("traeger-" + UUID.randomUUID(), 3);
        neighbours.refer(DAY);
        neighbours.refer(DAY);
        String roundId = held();

        JsonNode referrer =
                statement(FrontDoor.of(port, "jobcenter-stadt", Role.REFERRER), roundId);
        JsonNode auditor = statement(FrontDoor.of(port, "revision", Role.AUDITOR), roundId);

        assertThat(codes(referrer.path("why"))).containsExactly("NO_COURSE_OPEN 2");
        assertThat(referrer.path("obstacles")).isEmpty();
        assertThat(referrer.path("fewLeftOut").asBoolean()).isTrue();
        assertThat(referrer.path("placesLeft").get(0).path("courseId").asString())
                .isEqualTo(courseId.toString());
        assertThat(referrer.path("placesLeft").get(0).path("why")).isEmpty();
        assertThat(codes(auditor.path("obstacles"))).containsExactly("PROVIDER_NOT_ADMITTED 2");
        assertThat(auditor.path("fewLeftOut").asBoolean()).isFalse();
    }

    @Test
    void a_round_that_did_not_pass_says_so_and_nothing_else() {
        neighbours.schedule(1);
        neighbours.refer(DAY);
        referee.findFault(true);

        JsonNode told = statement(door, held());

        assertThat(told.path("passed").asBoolean()).isFalse();
        assertThat(told.path("stated").asBoolean()).isFalse();
        assertThat(told.path("english").asString()).contains("found an error");
        assertThat(told.path("matched").asInt()).isZero();
        assertThat(told.path("why")).isEmpty();
        assertThat(told.path("placesLeft")).isEmpty();
    }

    @Test
    void there_is_none_of_a_round_that_was_not_held() {
        assertThat(door.get("/api/rounds/" + UUID.randomUUID() + "/statement").code())
                .isEqualTo("ROUND_NOT_FOUND");
    }

    private String held() {
        return holdRound().json().path("roundId").asString();
    }

    private static JsonNode statement(FrontDoor who, String roundId) {
        Reply reply = who.get("/api/rounds/" + roundId + "/statement");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> codes(JsonNode reasons) {
        return reasons.valueStream()
                .map(one -> one.path("code").asString() + " " + one.path("people").asInt())
                .toList();
    }
}
