package de.kim.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.allocation.write.OpenRound;
import de.kim.kit.web.FrontDoor.Reply;
import de.kim.rules.ClearingRound;
import de.kim.rules.KeptInput;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.verify.RoundVerifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a round rested on is kept, byte by byte, and of whoever is erased a hash. */
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
    void who_is_erased_leaves_no_more_than_a_hash_in_every_round() {
        neighbours.schedule(1);
        UUID stays = neighbours.refer(DAY);
        String before = held();
        UUID goes = neighbours.refer(DAY);
        String with = held();
        String again = held();
        Person gone = person(with, goes);
        String untouched = input(before).text();

        root.run(() -> inbox.profileErased(goes));

        assertThat(input(before).text()).isEqualTo(untouched);
        for (String round : new String[] {with, again}) {
            KeptInput kept = kept(round);
            assertThat(kept.digest())
                    .isEqualTo(
                            door.get("/api/rounds/" + round).json().path("inputDigest").asString());
            assertThat(kept.erased()).containsOnlyKeys(goes);
            assertThat(input(round).text())
                    .doesNotContain(gone.pseudonym().toString())
                    .doesNotContain(gone.lotteryNumber());
        }
        assertThat(kept(with).known().people()).isEmpty();
        assertThat(input(held()).text())
                .doesNotContain(goes.toString())
                .doesNotContain("person " + stays);
    }

    @Test
    void what_a_round_gave_is_kept_beside_it() {
        neighbours.schedule(1);
        UUID goes = neighbours.refer(DAY);
        neighbours.refer(DAY.plusDays(1));
        String round = held();
        root.run(() -> inbox.profileErased(goes));

        Reply answer = door.get("/api/rounds/" + round + "/outcome");
        assertThat(answer.status()).isEqualTo(200);
        RoundOutcome outcome =
                RoundOutcome.ofCanonicalBytes(answer.text().getBytes(StandardCharsets.UTF_8));
        assertThat(outcome.digest())
                .isEqualTo(
                        door.get("/api/rounds/" + round).json().path("outcomeDigest").asString());
        assertThat(outcome.byReferral()).containsOnlyKeys(goes);
        assertThat(RoundVerifier.passed(RoundVerifier.verify(kept(round), outcome))).isTrue();
    }

    @Test
    void nobody_has_the_same_salt_twice() {
        neighbours.schedule(1);
        UUID first = neighbours.refer(DAY);
        UUID second = neighbours.refer(DAY.plusDays(1));
        String one = held();
        String two = held();
        assertThat(
                        Stream.of(person(one, first), person(one, second), person(two, second))
                                .map(Person::salt))
                .doesNotHaveDuplicates()
                .allMatch(salt -> salt != null && salt.matches("[0-9a-f]{32}"));
    }

    @Test
    void who_is_erased_while_a_round_is_decided_is_a_hash_from_the_beginning() {
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
        assertThat(kept(round).erased()).containsOnlyKeys(referralId);
    }

    @Test
    void an_unknown_round_has_neither() {
        String nowhere = UUID.randomUUID().toString();
        assertThat(input(nowhere).code()).isEqualTo("ROUND_NOT_FOUND");
        assertThat(door.get("/api/rounds/" + nowhere + "/outcome").code())
                .isEqualTo("ROUND_NOT_FOUND");
    }

    @Test
    void a_round_of_nobody_has_an_input_too() {
        assertThat(input(held()).text()).doesNotContain("\nperson ");
    }

    private Person person(String round, UUID referralId) {
        return kept(round).known().people().stream()
                .filter(person -> person.referralId().equals(referralId))
                .findFirst()
                .orElseThrow();
    }

    private KeptInput kept(String round) {
        return KeptInput.ofCanonicalBytes(input(round).text().getBytes(StandardCharsets.UTF_8));
    }

    private String held() {
        return holdRound().json().path("roundId").asString();
    }

    private Reply input(String roundId) {
        return door.get("/api/rounds/" + roundId + "/input");
    }
}
