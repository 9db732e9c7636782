package de.kim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HorizonTest {
    final Horizon horizon = new Horizon();

    private long see(long highest, String... writers) {
        horizon.observe(highest, Set.of(writers), 0);
        return horizon.settled();
    }

    @Test
    void without_writers_everything_drawn_is_final() {
        assertThat(see(0)).isZero();
        assertThat(see(7)).isEqualTo(7);
        assertThat(horizon.isWaiting()).isFalse();
    }

    @Test
    void what_was_drawn_while_a_writer_was_open_waits_for_him() {
        see(3);
        assertThat(see(5, "1/1")).isEqualTo(3);
        assertThat(see(9, "1/1")).isEqualTo(3);
        assertThat(horizon.isWaiting()).isTrue();
        assertThat(see(9)).isEqualTo(9);
    }

    @Test
    void a_later_writer_does_not_hold_back_what_was_drawn_before_he_came() {
        see(5, "1/1");
        see(8, "1/1", "2/1");
        assertThat(see(9, "2/1")).isEqualTo(5);
        assertThat(see(9, "3/1")).isEqualTo(9);
    }

    @Test
    void writers_that_never_pause_do_not_stop_the_horizon() {
        for (int i = 1; i <= 10_000; i++) {
            see(i, "1/" + i, "2/" + (i + 1) / 2);
        }
        assertThat(horizon.settled()).isGreaterThan(9_900);
    }

    @Test
    void an_observation_while_too_many_are_open_loses_nothing() {
        for (int i = 1; i <= 500; i++) {
            see(i, "1/1");
        }
        assertThat(see(500, "2/1")).isLessThan(500).isPositive();
        assertThat(see(500, "3/1")).isEqualTo(500);
    }

    @Test
    void the_horizon_never_goes_back() {
        see(9);
        assertThat(see(4)).isEqualTo(9);
        assertThat(see(4, "1/1")).isEqualTo(9);
    }

    @Test
    void the_delay_is_the_age_of_the_oldest_open_observation() {
        horizon.observe(5, Set.of("1/1"), 1_000);
        horizon.observe(6, Set.of("1/1"), 2_000);
        assertThat(horizon.delay(5_000)).isEqualTo(Duration.ofNanos(4_000));
        horizon.observe(6, Set.of(), 6_000);
        assertThat(horizon.delay(9_000)).isEqualTo(Duration.ZERO);
    }
}
