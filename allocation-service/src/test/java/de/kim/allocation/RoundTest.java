package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.kit.web.FrontDoor.Reply;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTest extends AllocationTestBase {
    private static final String ACCEPTED = "{\"answeredBy\":\"PERSON\"}";
    private static final String DECLINED =
            "{\"answeredBy\":\"COUNSELLOR\",\"reason\":\"TIMES_DO_NOT_SUIT\"}";

    @Test
    void from_the_test_result_to_the_accepted_place() {
        UUID courseId = neighbours.schedule(1);
        UUID referralId = neighbours.refer(LocalDate.of(2026, 11, 2));

        Reply round = door.post("/api/rounds", "{}");

        assertThat(round.status()).as(round.text()).isEqualTo(201);
        assertThat(round.json().path("passed").asBoolean()).isTrue();
        assertThat(round.json().path("offered").asInt()).isEqualTo(1);
        UUID offerId = openOffer(referralId);
        assertThat(state(referralId)).isEqualTo("OFFERED");

        Reply accepted = answer(offerId, "acceptance", ACCEPTED);

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(state(referralId)).isEqualTo("PLACED");
        var places = door.get("/api/courses/" + courseId + "/places").json();
        assertThat(places.path("accepted").asInt()).isEqualTo(1);
        assertThat(places.path("free").asInt()).isZero();
    }

    @Test
    void a_declined_place_is_offered_on_to_the_next() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(LocalDate.of(2026, 11, 2));
        UUID next = neighbours.refer(LocalDate.of(2026, 11, 3));
        door.post("/api/rounds", "{}");
        assertThat(state(next)).isEqualTo("WAITING");

        assertThat(answer(openOffer(first), "decline", DECLINED).status()).isEqualTo(200);

        assertThat(rounds.refill()).get().satisfies(r -> assertThat(r.offered()).isEqualTo(1));
        assertThat(state(next)).isEqualTo("OFFERED");
        assertThat(state(first)).isEqualTo("WAITING");
        assertThat(rounds.refill()).isEmpty();
    }
}
