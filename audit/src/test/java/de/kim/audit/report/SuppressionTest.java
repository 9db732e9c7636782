package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void numbers_of_three_and_more_and_none_are_shown() {
        assertThat(Suppression.hidden(List.of(3, 0, 17))).contains(Set.of());
    }

    @Test
    void one_small_number_hides_the_next_smaller_one_too() {
        assertThat(Suppression.hidden(List.of(40, 2, 7, 9))).contains(Set.of(1, 2));
    }

    @Test
    void two_ones_would_follow_from_their_sum_and_hide_a_third() {
        assertThat(Suppression.hidden(List.of(1, 40, 1))).contains(Set.of(0, 1, 2));
    }

    @Test
    void where_nothing_else_is_left_zeros_hide_too() {
        assertThat(Suppression.hidden(List.of(1, 1, 1, 0))).contains(Set.of(0, 1, 2, 3));
    }

    @Test
    void where_nothing_helps_the_table_is_withheld() {
        assertThat(Suppression.hidden(List.of(1, 1, 1))).isEmpty();
    }

    /** Someone who knows the total, the shown cells and the threshold tries every other column. */
    @Property(tries = 400)
    void nobody_can_compute_a_hidden_cell(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 6) Integer> column) {
        int total = column.stream().mapToInt(Integer::intValue).sum();
        Assume.that(total == 0 || total >= Suppression.SMALLEST_SHOWN);
        Optional<Set<Integer>> hidden = Suppression.hidden(column);
        Assume.that(hidden.isPresent());
        assertThat(column.stream().filter(Suppression::isSmall).count())
                .isLessThanOrEqualTo(hidden.get().size());
        List<List<Integer>> possible = new ArrayList<>();
        columns(column, hidden.get(), 0, new ArrayList<>(), total, possible);
        for (int cell : hidden.get()) {
            Set<Integer> values = new HashSet<>();
            possible.forEach(other -> values.add(other.get(cell)));
            assertThat(values).as("cell %s of %s", cell, column).hasSizeGreaterThan(1);
        }
    }

    private static void columns(
            List<Integer> column,
            Set<Integer> hidden,
            int at,
            List<Integer> made,
            int left,
            List<List<Integer>> possible) {
        if (at == column.size()) {
            if (left == 0 && hidden.stream().anyMatch(i -> Suppression.isSmall(made.get(i)))) {
                possible.add(List.copyOf(made));
            }
            return;
        }
        int smallest = hidden.stream().anyMatch(i -> column.get(i) == 0) ? 0 : 1;
        int from = hidden.contains(at) ? smallest : column.get(at);
        int to = hidden.contains(at) ? left : column.get(at);
        for (int value = from; value <= Math.min(to, left); value++) {
            made.add(value);
            columns(column, hidden, at + 1, made, left - value, possible);
            made.removeLast();
        }
    }
}
