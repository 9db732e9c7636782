package de.kim.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Which cells must not be shown of a table whose rows add up as its columns do: in each row
 * referred = started + waiting, and the totals of the columns are shown unless one is small. What
 * is hidden then follows neither from a row nor from a column nor from both together: for each
 * hidden cell this class computes the least and the greatest value that fit all that is shown,
 * exactly, and hides more until they differ.
 */
final class LinkedCounts {
    /** The columns. */
    enum Column {
        REFERRED,
        STARTED,
        WAITING
    }

    private final List<Integer> started;
    private final List<Integer> waiting;
    private final List<Set<Column>> hidden = new ArrayList<>();

    private LinkedCounts(List<Integer> started, List<Integer> waiting) {
        this.started = started;
        this.waiting = waiting;
        started.forEach(row -> hidden.add(EnumSet.noneOf(Column.class)));
    }

    /**
     * The hidden columns of each row; empty when no choice helps: then the whole table must not be
     * shown.
     */
    static Optional<List<Set<Column>>> hidden(List<Integer> started, List<Integer> waiting) {
        LinkedCounts counts = new LinkedCounts(started, waiting);
        return counts.hide() ? Optional.of(counts.hidden) : Optional.empty();
    }

    private boolean hide() {
        for (Column column : Column.values()) {
            Optional<Set<Integer>> rows =
                    Suppression.hidden(rows().mapToObj(row -> count(row, column)).toList());
            if (rows.isEmpty()) {
                return false;
            }
            rows.get().forEach(row -> hidden.get(row).add(column));
        }
        rows().forEach(this::hideTheThird);
        List<Integer> next = candidates();
        while (isAnyKnown()) {
            if (next.isEmpty()) {
                return false;
            }
            hidden.get(next.removeFirst()).addAll(EnumSet.of(Column.STARTED, Column.WAITING));
        }
        return true;
    }

    /** One hidden cell alone follows from the two others of its row. */
    private void hideTheThird(int row) {
        Set<Column> columns = hidden.get(row);
        if (columns.equals(EnumSet.of(Column.REFERRED))) {
            columns.add(Column.WAITING);
        } else if (columns.size() == 1) {
            columns.addAll(EnumSet.of(Column.STARTED, Column.WAITING));
        }
    }

    /** Rows of which nothing is hidden yet, the smaller ones first, those without anybody last. */
    private List<Integer> candidates() {
        return new ArrayList<>(
                rows().filter(row -> hidden.get(row).isEmpty())
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer row) -> referred(row) == 0)
                                        .thenComparing(this::referred))
                        .toList());
    }

    /** Whether a hidden cell has only one value that fits all that is shown. */
    private boolean isAnyKnown() {
        return known().contains(true);
    }

    /**
     * For each row with something hidden whether any of it is known. Rows that show {@code
     * referred} ("split") share their people among started and waiting; all that the others hide is
     * free but for the totals. So one number, how many of the split rows' people started, decides
     * how everything else can lie.
     */
    private List<Boolean> known() {
        if (isPartOfTotalHidden()) {
            return knownWithoutTotals();
        }
        List<Integer> split = with(this::isSplit);
        List<Integer> freeStarted = with(row -> !isSplit(row) && isHidden(row, Column.STARTED));
        List<Integer> freeWaiting = with(row -> !isSplit(row) && isHidden(row, Column.WAITING));
        int people = sum(split, this::referred);
        int startedThere = sum(split, started::get) + sum(freeStarted, started::get);
        int waitingThere = sum(split, waiting::get) + sum(freeWaiting, waiting::get);
        int least = Math.max(0, people - waitingThere);
        int most = Math.min(people, startedThere);
        if (freeStarted.isEmpty()) {
            least = startedThere;
            most = startedThere;
        }
        if (freeWaiting.isEmpty()) {
            least = people - waitingThere;
            most = least;
        }
        List<Boolean> known = new ArrayList<>();
        for (int row : split) {
            int from = Math.max(0, least - (people - referred(row)));
            known.add(from == Math.min(referred(row), most));
        }
        addFree(known, freeStarted, startedThere - most, startedThere - least);
        int freePeople = waitingThere - people;
        addFree(known, freeWaiting, freePeople + least, freePeople + most);
        addReferred(known, freeStarted, freeWaiting);
        return known;
    }

    /** The totals of started and waiting are hidden together when one of them is small. */
    private boolean isPartOfTotalHidden() {
        List<Integer> all = rows().boxed().toList();
        return Suppression.isSmall(sum(all, started::get))
                || Suppression.isSmall(sum(all, waiting::get));
    }

    private List<Boolean> knownWithoutTotals() {
        List<Boolean> known = new ArrayList<>();
        with(this::isSplit).forEach(row -> known.add(referred(row) == 0));
        boolean totalShown = !Suppression.isSmall(sum(rows().boxed().toList(), this::referred));
        known.add(totalShown && with(row -> isHidden(row, Column.REFERRED)).size() == 1);
        return known;
    }

    /** Of several any can be 0 and one have all; one alone has what is left. */
    private static void addFree(List<Boolean> known, List<Integer> rows, int least, int most) {
        if (!rows.isEmpty()) {
            known.add((rows.size() == 1 ? least : 0) == most);
        }
    }

    /** Hidden sums of rows: one alone follows from the column. */
    private void addReferred(List<Boolean> known, List<Integer> started, List<Integer> waiting) {
        known.add(with(row -> isHidden(row, Column.REFERRED)).size() == 1);
        List<Integer> both = started.stream().filter(waiting::contains).toList();
        both.forEach(row -> known.add(started.size() == 1 && waiting.size() == 1));
    }

    private boolean isSplit(int row) {
        return !hidden.get(row).isEmpty() && !isHidden(row, Column.REFERRED);
    }

    private boolean isHidden(int row, Column column) {
        return hidden.get(row).contains(column);
    }

    private List<Integer> with(IntPredicate chosen) {
        return rows().filter(chosen).boxed().toList();
    }

    private static int sum(List<Integer> rows, ToIntFunction<Integer> count) {
        return rows.stream().mapToInt(count).sum();
    }

    private int count(int row, Column column) {
        return switch (column) {
            case REFERRED -> referred(row);
            case STARTED -> started.get(row);
            case WAITING -> waiting.get(row);
        };
    }

    private int referred(int row) {
        return started.get(row) + waiting.get(row);
    }

    private IntStream rows() {
        return IntStream.range(0, started.size());
    }
}
