package de.kim.audit.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which cells of a column must not be shown, so that no small number is shown and none can be
 * computed from the column's total by someone who knows the threshold. Someone who also reckons
 * with the order in which further cells are chosen can learn more; so can someone who subtracts
 * reports of overlapping periods. Both belong to the closing of quarters.
 */
public final class Suppression {
    /** Counts from 1 below this are not shown; 0 is. */
    public static final int SMALLEST_SHOWN = 3;

    private Suppression() {}

    public static boolean isSmall(int count) {
        return count > 0 && count < SMALLEST_SHOWN;
    }

    /**
     * The indices of the cells to hide when the total of all cells is shown: the small ones, and as
     * many of the next smaller ones as it takes; zeros when nothing else is left. Empty when no
     * choice helps: then the whole table must not be shown.
     */
    public static Optional<Set<Integer>> hidden(List<Integer> cells) {
        Set<Integer> hidden = new TreeSet<>(cells(cells, Suppression::isSmall));
        if (hidden.isEmpty() || isSmall(sum(cells, allOf(cells)))) {
            return Optional.of(hidden);
        }
        List<Integer> next =
                cells(cells, count -> count >= SMALLEST_SHOWN).stream()
                        .sorted(Comparator.comparing(cells::get))
                        .toList();
        for (int i = 0; i < next.size() && isKnown(cells, hidden); i++) {
            hidden.add(next.get(i));
        }
        if (isKnown(cells, hidden)) {
            hidden.addAll(cells(cells, count -> count == 0));
        }
        return isKnown(cells, hidden) ? Optional.empty() : Optional.of(hidden);
    }

    /**
     * Whether the hidden cells follow from their sum: one alone does, and so do cells that are 1
     * each, unless zeros hide among them.
     */
    private static boolean isKnown(List<Integer> cells, Set<Integer> hidden) {
        boolean zeroHides = hidden.stream().anyMatch(i -> cells.get(i) == 0);
        return hidden.size() < 2 || (!zeroHides && sum(cells, hidden) == hidden.size());
    }

    private static int sum(List<Integer> cells, Set<Integer> indices) {
        return indices.stream().mapToInt(cells::get).sum();
    }

    private static Set<Integer> allOf(List<Integer> cells) {
        return cells(cells, count -> true);
    }

    private static Set<Integer> cells(List<Integer> cells, IntPredicate chosen) {
        Set<Integer> indices = new TreeSet<>();
        IntStream.range(0, cells.size())
                .filter(i -> chosen.test(cells.get(i)))
                .forEach(indices::add);
        return indices;
    }
}
