package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LotteryTest {
    private static final byte[] SEED = "2026Q4".getBytes(StandardCharsets.US_ASCII);
    private static final UUID PSEUDONYM = UUID.fromString("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6");

    @Test
    void the_number_is_the_hmac_of_the_pseudonym_under_the_seed() {
        // printf f81d4fae-… | openssl dgst -sha256 -hmac 2026Q4
        assertThat(Lottery.number(SEED, PSEUDONYM))
                .isEqualTo("8f338a8cf6db404f5ab19f8d6e43643f73e08f22c7519f9ad95e8f0228ebd22e");
    }

    @Test
    void the_commitment_is_the_hash_of_the_seed() {
        assertThat(Lottery.commitment(SEED))
                .isEqualTo("59437759d65fe6bfe6be03f62c50710cc25d81a619992ef2f94d5d9d082e01eb");
    }

    @Test
    void another_seed_draws_another_number() {
        assertThat(Lottery.number(new byte[] {1}, PSEUDONYM))
                .isNotEqualTo(Lottery.number(SEED, PSEUDONYM));
    }

    /** What anybody can do when the quarter closes. */
    @Test
    void the_revealed_seed_is_the_one_committed_to_and_gives_the_order_that_the_round_used() {
        String published = Lottery.commitment(SEED);
        APerson[] equals = {APerson.number(1), APerson.number(2), APerson.number(3)};
        RoundInput input = ARound.of(drawn(equals, SEED)).with(ACourse.number(1)).build();
        RoundOutcome outcome = ClearingRound.decide(input);

        assertThat(Lottery.commitment(SEED.clone())).isEqualTo(published);
        UUID lowest =
                input.people().stream()
                        .min(
                                Comparator.comparing(
                                        (Person person) ->
                                                Lottery.number(SEED, person.pseudonym())))
                        .orElseThrow()
                        .referralId();
        assertThat(outcome.assignments())
                .extracting(Assignment::referralId)
                .containsExactly(lowest);
        assertThat(Lottery.commitment("2026Q5".getBytes(StandardCharsets.US_ASCII)))
                .isNotEqualTo(published);
    }

    private static APerson[] drawn(APerson[] people, byte[] seed) {
        for (APerson person : people) {
            person.lottery(Lottery.number(seed, person.build().pseudonym()));
        }
        return people;
    }
}
