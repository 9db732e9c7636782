package de.kim.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurvivalTest {
    /** The remission times of the group with 6-MP of Freireich 1963, the textbooks' example. */
    @Test
    void the_textbook_example_of_kaplan_and_meier() {
        Survival survival =
                new Survival(
                        new int[] {6, 6, 6, 7, 10, 13, 16, 22, 23},
                        new int[] {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35});
        assertThat(survival.steps())
                .extracting(Survival.Step::day)
                .containsExactly(6, 7, 10, 13, 16, 22, 23);
        double[] published = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        for (int i = 0; i < published.length; i++) {
            assertThat(survival.steps().get(i).waiting()).isCloseTo(published[i], within(0.0006));
        }
        assertThat(survival.percentile(50)).isEqualTo(23);
        assertThat(survival.percentile(90)).isNull();
    }

    @Test
    void when_everybody_started_it_is_the_plain_median_and_mean() {
        Survival survival = new Survival(new int[] {10, 20, 30, 40, 100}, new int[0]);
        assertThat(survival.percentile(50)).isEqualTo(30);
        assertThat(survival.percentile(90)).isEqualTo(100);
        assertThat(survival.mean()).isCloseTo(40, within(1e-9));
    }

    @Test
    void nobody_at_all_waits_no_time() {
        assertThat(new Survival(new int[0], new int[0]).mean()).isZero();
        assertThat(new Survival(new int[0], new int[] {7}).mean()).isEqualTo(7);
    }
}
