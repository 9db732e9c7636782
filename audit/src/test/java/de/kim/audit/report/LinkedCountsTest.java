package de.kim.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.audit.report.LinkedCounts.Column;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class LinkedCountsTest {
    @Test
    void large_numbers_are_all_shown() {
        assertThat(LinkedCounts.hidden(List.of(5, 7), List.of(9, 0)).orElseThrow())
                .containsExactly(Set.of(), Set.of());
    }

    @Test
    void one_who_waits_cannot_be_found_by_subtracting_in_the_row_or_in_the_column() {
        List<Set<Column>> hidden =
                LinkedCounts.hidden(List.of(9, 20, 30), List.of(1, 8, 12)).orElseThrow();
        assertThat(hidden.get(0)).contains(Column.WAITING).hasSizeGreaterThan(1);
        assertThat(hidden.get(1)).contains(Column.WAITING).hasSizeGreaterThan(1);
        assertThat(hidden.get(2)).isEmpty();
    }

    @Test
    void a_table_that_cannot_be_protected_is_withheld() {
        assertThat(LinkedCounts.hidden(List.of(9), List.of(1))).isPresent();
        assertThat(LinkedCounts.hidden(List.of(1, 0, 9), List.of(0, 0, 0))).isPresent();
        assertThat(LinkedCounts.hidden(List.of(1, 1, 1), List.of(0, 0, 0))).isEmpty();
    }

    /**
     * Someone who knows everything that is shown tries every other table. The rows are taken one by
     * one: which sums can the rows before have, which must the rows after have.
     */
    @Property(tries = 600)
    void nobody_can_compute_a_hidden_cell_from_rows_and_columns(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 6) Integer> startedOrMore,
            @ForAll @Size(value = 5) List<@IntRange(max = 6) Integer> waitingOrMore) {
        List<Integer> started = startedOrMore;
        List<Integer> waiting = waitingOrMore.subList(0, started.size());
        Optional<List<Set<Column>>> hidden = LinkedCounts.hidden(started, waiting);
        Statistics.label("withheld").collect(hidden.isEmpty());
        hidden.ifPresent(
                cells -> {
                    smallOnesAreHidden(started, waiting, cells);
                    new Attack(started, waiting, cells).mustFail();
                });
    }

    private static void smallOnesAreHidden(
            List<Integer> started, List<Integer> waiting, List<Set<Column>> hidden) {
        for (int row = 0; row < started.size(); row++) {
            if (Suppression.isSmall(started.get(row))) {
                assertThat(hidden.get(row)).contains(Column.STARTED);
            }
            if (Suppression.isSmall(waiting.get(row))) {
                assertThat(hidden.get(row)).contains(Column.WAITING);
            }
            if (Suppression.isSmall(started.get(row) + waiting.get(row))) {
                assertThat(hidden.get(row)).contains(Column.REFERRED);
            }
        }
    }

    /** How many started and how many wait. */
    private record Pair(int started, int waiting) {
        Pair plus(Pair other) {
            return new Pair(started + other.started, waiting + other.waiting);
        }
    }

    private record Attack(List<Integer> started, List<Integer> waiting, List<Set<Column>> hidden) {
        void mustFail() {
            List<Set<Pair>> before = new ArrayList<>();
            before.add(Set.of(new Pair(0, 0)));
            for (int row = 0; row < started.size(); row++) {
                before.add(sums(before.get(row), possible(row)));
            }
            List<Set<Pair>> after = new ArrayList<>();
            after.add(Set.of(new Pair(0, 0)));
            for (int row = started.size() - 1; row >= 0; row--) {
                after.add(sums(after.getLast(), possible(row)));
            }
            for (int row = 0; row < started.size(); row++) {
                Set<Pair> others = sums(before.get(row), after.get(started.size() - 1 - row));
                notOne(row, others);
            }
        }

        private void notOne(int row, Set<Pair> others) {
            Map<Column, Set<Integer>> values = new EnumMap<>(Column.class);
            for (Pair pair : possible(row)) {
                if (others.stream().map(pair::plus).anyMatch(this::fitsTotals)) {
                    values.computeIfAbsent(Column.REFERRED, c -> new HashSet<>())
                            .add(pair.started + pair.waiting);
                    values.computeIfAbsent(Column.STARTED, c -> new HashSet<>()).add(pair.started);
                    values.computeIfAbsent(Column.WAITING, c -> new HashSet<>()).add(pair.waiting);
                }
            }
            for (Column column : hidden.get(row)) {
                assertThat(values.get(column))
                        .as("%s of row %d in %s %s: %s", column, row, started, waiting, hidden)
                        .hasSizeGreaterThan(1);
            }
        }

        /** Totals are shown when none of them is small. */
        private boolean fitsTotals(Pair pair) {
            int allStarted = sum(started);
            int allWaiting = sum(waiting);
            int all = allStarted + allWaiting;
            boolean partsShown =
                    !Suppression.isSmall(allStarted) && !Suppression.isSmall(allWaiting);
            return (Suppression.isSmall(all) || pair.started + pair.waiting == all)
                    && (!partsShown || pair.started == allStarted);
        }

        private List<Pair> possible(int row) {
            int most = sum(started) + sum(waiting);
            List<Pair> pairs = new ArrayList<>();
            for (int s = 0; s <= most; s++) {
                for (int w = 0; s + w <= most; w++) {
                    if (fits(row, Column.STARTED, s, started.get(row))
                            && fits(row, Column.WAITING, w, waiting.get(row))
                            && fits(
                                    row,
                                    Column.REFERRED,
                                    s + w,
                                    started.get(row) + waiting.get(row))) {
                        pairs.add(new Pair(s, w));
                    }
                }
            }
            return pairs;
        }

        private boolean fits(int row, Column column, int guess, int real) {
            return hidden.get(row).contains(column) || guess == real;
        }

        private Set<Pair> sums(Iterable<Pair> some, Iterable<Pair> others) {
            int most = sum(started) + sum(waiting);
            Set<Pair> sums = new HashSet<>();
            for (Pair one : some) {
                for (Pair other : others) {
                    Pair sum = one.plus(other);
                    if (sum.started + sum.waiting <= most) {
                        sums.add(sum);
                    }
                }
            }
            return sums;
        }

        private static int sum(List<Integer> column) {
            return column.stream().mapToInt(Integer::intValue).sum();
        }
    }
}
