package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /** Computed by hand. */
    @Test
    void ten_cases_have_a_median_between_the_two_in_the_middle() {
        Spread spread = Spread.of(List.of(10, 1, 2, 9, 3, 8, 4, 7, 5, 100));
        assertThat(spread).isEqualTo(new Spread(10, 6.0, 14.9, 10));
    }

    @Test
    void one_case_is_its_own_median_mean_and_p90() {
        assertThat(Spread.of(List.of(42))).isEqualTo(new Spread(1, 42.0, 42.0, 42));
    }

    @Test
    void no_case_has_no_figures() {
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, null, null, null));
    }

    @Property
    void at_least_nine_tenths_are_not_above_the_p90_and_none_smaller_does_it(
            @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 1000) Integer> days) {
        int p90 = Objects.requireNonNull(Spread.of(days).p90());
        assertThat(10 * days.stream().filter(day -> day <= p90).count())
                .isGreaterThanOrEqualTo(9L * days.size());
        assertThat(10 * days.stream().filter(day -> day < p90).count())
                .isLessThan(9L * days.size());
    }
}
