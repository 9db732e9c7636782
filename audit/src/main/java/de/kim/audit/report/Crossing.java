package de.kim.audit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One table of the report whose groups are pairs, and whose two margins are tables too. What is
 * hidden of a group is hidden of it altogether, see {@link CrossedCells}.
 *
 * @param by what the pairs are, such as {@code courseTypeGender}
 * @param withheld whether there are no lines because hiding some groups would not be enough
 */
public record Crossing(String by, boolean withheld, List<Pair> groups) {
    /**
     * One line of the table.
     *
     * @param row the first code
     * @param column the second code
     * @param started new participants
     * @param suppressed whether nothing of it is shown
     */
    public record Pair(
            String row,
            String column,
            @Nullable Integer referred,
            @Nullable Integer started,
            WaitingClock waitingTime,
            WaitingClock accessTime,
            boolean suppressed) {}

    public Crossing {
        groups = List.copyOf(groups);
    }

    /**
     * Makes the table.
     *
     * @param rows the table of the first codes; its hidden lines bound what is shown here
     * @param columns likewise
     */
    static Crossing of(
            String by,
            List<Subject> subjects,
            Breakdown rows,
            Function<Subject, String> row,
            Breakdown columns,
            Function<Subject, String> column,
            LocalDate day) {
        Map<String, Map<String, List<Subject>>> all = new TreeMap<>();
        TreeSet<String> columnNames = new TreeSet<>();
        for (Subject subject : subjects) {
            columnNames.add(column.apply(subject));
            all.computeIfAbsent(row.apply(subject), key -> new TreeMap<>())
                    .computeIfAbsent(column.apply(subject), key -> new ArrayList<>())
                    .add(subject);
        }
        List<String> across = List.copyOf(columnNames);
        List<String> down = List.copyOf(all.keySet());
        List<List<List<Subject>>> cells =
                down.stream().map(r -> across.stream().map(c -> in(all, r, c)).toList()).toList();
        Optional<boolean[][]> hidden =
                rows.withheld() || columns.withheld()
                        ? Optional.empty()
                        : CrossedCells.hidden(
                                counts(cells, Subject::isStarted),
                                counts(cells, subject -> !subject.isStarted()),
                                down.stream().map(rows::hides).toList(),
                                across.stream().map(columns::hides).toList());
        if (hidden.isEmpty()) {
            return new Crossing(by, true, List.of());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int r = 0; r < down.size(); r++) {
            for (int c = 0; c < across.size(); c++) {
                List<Subject> cell = cells.get(r).get(c);
                pairs.add(
                        hidden.get()[r][c]
                                ? hidden(down.get(r), across.get(c))
                                : shown(down.get(r), across.get(c), cell, day));
            }
        }
        return new Crossing(by, false, pairs);
    }

    private static Pair hidden(String row, String column) {
        return new Pair(row, column, null, null, WaitingClock.HIDDEN, WaitingClock.HIDDEN, true);
    }

    private static Pair shown(String row, String column, List<Subject> cell, LocalDate day) {
        return new Pair(
                row,
                column,
                Stage.REFERRED.count(cell),
                Stage.STARTED.count(cell),
                WaitingClock.waitingTime(cell, day),
                WaitingClock.accessTime(cell, day),
                false);
    }

    private static List<Subject> in(
            Map<String, Map<String, List<Subject>>> all, String row, String column) {
        return all.getOrDefault(row, Map.of()).getOrDefault(column, List.of());
    }

    private static int[][] counts(List<List<List<Subject>>> cells, Predicate<Subject> counted) {
        return cells.stream()
                .map(
                        line ->
                                line.stream()
                                        .mapToInt(
                                                cell -> (int) cell.stream().filter(counted).count())
                                        .toArray())
                .toArray(int[][]::new);
    }
}
