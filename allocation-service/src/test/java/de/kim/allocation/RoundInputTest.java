package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.write.OpenRound;
import de.kim.kit.web.FrontDoor.Reply;
import de.kim.rules.ClearingRound;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a round rested on is kept, byte by byte, until somebody of it is erased. */
class RoundInputTest extends AllocationTestBase {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @Autowired private CommandBus commandBus;

    @Test
    void a_round_can_be_decided_again_from_its_input() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(DAY);
        UUID second = neighbours.refer(DAY.plusDays(1));
        JsonNode round = door.get("/api/rounds/" + held()).json();

        Reply answer = input(round.path("roundId").asString());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        RoundInput input =
                RoundInput.ofCanonicalBytes(answer.text().getBytes(StandardCharsets.UTF_8));
        assertThat(input.digest()).isEqualTo(round.path("inputDigest").asString());
        assertThat(ClearingRound.decide(input).digest())
                .isEqualTo(round.path("outcomeDigest").asString());
        assertThat(input.people())
                .extracting(Person::referralId)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void who_is_erased_vanishes_from_every_round_and_other_rounds_stay() {
        neighbours.schedule(1);
        UUID stays = neighbours.refer(DAY);
        String before = held();
        UUID goes = neighbours.refer(DAY);
        String with = held();
        String again = held();

        root.run(() -> inbox.profileErased(goes));

        assertThat(input(before).status()).isEqualTo(200);
        for (String round : new String[] {with, again}) {
            assertThat(input(round).status()).isEqualTo(410);
            assertThat(input(round).code()).isEqualTo("ROUND_INPUT_GONE");
        }
        assertThat(input(held()).text())
                .doesNotContain(goes.toString())
                .doesNotContain("person " + stays);
    }

    @Test
    void who_is_erased_while_a_round_is_decided_is_not_kept() {
        neighbours.schedule(1);
        UUID referralId = neighbours.refer(DAY);
        var erasing =
                commandBus.registerDispatchInterceptor(
                        messages ->
                                (i, message) -> {
                                    if (message.getPayload() instanceof OpenRound) {
                                        inbox.profileErased(referralId);
                                    }
                                    return message;
                                });
        String round;
        try {
            round = held();
        } finally {
            erasing.cancel();
        }
        assertThat(input(round).code()).isEqualTo("ROUND_INPUT_GONE");
    }

    @Test
    void a_round_of_nobody_has_an_input_too() {
        assertThat(input(held()).text()).doesNotContain("\nperson ");
    }

    private String held() {
        return holdRound().json().path("roundId").asString();
    }

    private Reply input(String roundId) {
        return door.get("/api/rounds/" + roundId + "/input");
    }
}
