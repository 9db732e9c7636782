package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.kim.audit.report.KaplanMeier.Observed;
import de.kim.audit.report.KaplanMeier.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    /**
     * Computed by hand: 6 people; 2 at day 1, one leaves at day 2, 1 at day 3, one open at 4, 1 at
     * 5.
     */
    @Test
    void those_still_waiting_are_counted_as_long_as_they_were_seen() {
        KaplanMeier estimate =
                KaplanMeier.of(
                        List.of(
                                new Observed(5, true),
                                new Observed(1, true),
                                new Observed(2, false),
                                new Observed(1, true),
                                new Observed(4, false),
                                new Observed(3, true)));
        assertThat(estimate.steps()).hasSize(3);
        assertStep(estimate.steps().get(0), 1, 6, 2, 4.0 / 6);
        assertStep(estimate.steps().get(1), 3, 3, 1, 4.0 / 9);
        assertStep(estimate.steps().get(2), 5, 1, 1, 0);
        assertThat(estimate.reachedBy(0.5)).isEqualTo(3);
        assertThat(estimate.atRiskWhen(0.5)).isEqualTo(3);
        assertThat(estimate.reachedBy(0.9)).isEqualTo(5);
    }

    @Test
    void the_median_is_not_known_while_more_than_half_wait() {
        KaplanMeier estimate =
                KaplanMeier.of(
                        List.of(
                                new Observed(7, true),
                                new Observed(9, false),
                                new Observed(9, false)));
        assertThat(estimate.reachedBy(0.5)).isNull();
        assertThat(estimate.atRiskWhen(0.5)).isNull();
    }

    @Test
    void whoever_leaves_on_the_day_of_an_event_is_at_risk_on_that_day() {
        KaplanMeier estimate =
                KaplanMeier.of(List.of(new Observed(3, true), new Observed(3, false)));
        assertStep(estimate.steps().getFirst(), 3, 2, 1, 0.5);
    }

    @Test
    void of_nobody_nothing_is_known() {
        assertThat(KaplanMeier.of(List.of()).reachedBy(0.5)).isNull();
    }

    @Property
    void without_anybody_waiting_it_is_the_plain_share(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40) Integer> days) {
        KaplanMeier estimate =
                KaplanMeier.of(days.stream().map(day -> new Observed(day, true)).toList());
        for (Step step : estimate.steps()) {
            long later = days.stream().filter(day -> day > step.days()).count();
            assertThat(step.stillOpen()).isCloseTo(later / (double) days.size(), within(1e-9));
        }
        assertThat(estimate.reachedBy(0.9)).isEqualTo(Spread.of(days).p90());
    }

    @Property
    void counting_those_who_wait_never_makes_it_look_faster(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 40) Integer> finished,
            @ForAll @Size(max = 30) List<@IntRange(max = 40) Integer> waiting) {
        List<Observed> all = new ArrayList<>();
        finished.forEach(day -> all.add(new Observed(day, true)));
        int without = Objects.requireNonNull(KaplanMeier.of(all).reachedBy(0.5));
        waiting.forEach(day -> all.add(new Observed(day, false)));
        Integer with = KaplanMeier.of(all).reachedBy(0.5);
        assertThat(with == null || with >= without).isTrue();
    }

    private static void assertStep(
            Step step, int days, int atRisk, int happened, double stillOpen) {
        assertThat(step.days()).isEqualTo(days);
        assertThat(step.atRisk()).isEqualTo(atRisk);
        assertThat(step.happened()).isEqualTo(happened);
        assertThat(step.stillOpen()).isCloseTo(stillOpen, within(1e-9));
    }
}
