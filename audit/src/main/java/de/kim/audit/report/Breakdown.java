package de.kim.audit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One table of the report: the same figures per group.
 *
 * @param by what the groups are, such as {@code courseType}
 * @param withheld whether there are no lines because hiding some numbers would not be enough
 */
public record Breakdown(String by, boolean withheld, List<Group> groups) {
    /** The steps whose column adds up to its total and to nothing else. */
    private static final List<Stage> ALONE =
            List.of(Stage.TESTED, Stage.OFFERED, Stage.ACCEPTED, Stage.COMPLETED);

    /**
     * One line of the table.
     *
     * @param group a code; {@code NOT_KNOWN} collects those of whom it is not known (any more)
     * @param waitingTime registration to start
     * @param accessTime entitlement to start; empty in a report of definitions before version 3
     */
    public record Group(
            String group,
            Funnel funnel,
            WaitingClock waitingTime,
            @Nullable WaitingClock accessTime) {}

    public Breakdown {
        groups = List.copyOf(groups);
    }

    /** Whether something is hidden of how many of a group were referred, started or wait. */
    boolean hides(String group) {
        Set<Stage> hidden = hidden(group);
        return hidden.contains(Stage.REFERRED) || hidden.contains(Stage.STARTED);
    }

    private Set<Stage> hidden(String group) {
        return groups.stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .map(one -> one.funnel().hiddenSteps())
                .orElse(Set.of());
    }

    /**
     * A table whose groups add up to the whole. What is hidden of the whole is hidden of all
     * groups.
     *
     * @param whole the funnel of all of them
     */
    static Breakdown of(
            String by,
            List<Subject> subjects,
            Function<Subject, String> group,
            Funnel whole,
            LocalDate day) {
        return of(by, subjects, group, subject -> "", all -> whole.hiddenSteps(), day);
    }

    /**
     * A table whose subtotals are another table. What that one hides of a subtotal is hidden of all
     * its groups: else they would add up to it.
     *
     * @param subtotal which subtotal a subject belongs to; the same for all subjects of a group
     */
    static Breakdown of(
            String by,
            List<Subject> subjects,
            Function<Subject, String> group,
            Function<Subject, String> subtotal,
            Breakdown subtotals,
            LocalDate day) {
        return subtotals.withheld()
                ? new Breakdown(by, true, List.of())
                : of(by, subjects, group, subtotal, subtotals::hidden, day);
    }

    private static Breakdown of(
            String by,
            List<Subject> subjects,
            Function<Subject, String> group,
            Function<Subject, String> subtotal,
            Function<String, Set<Stage>> hiddenOfSubtotal,
            LocalDate day) {
        Map<String, Map<String, List<Subject>>> blocks = new TreeMap<>();
        for (Subject subject : subjects) {
            blocks.computeIfAbsent(subtotal.apply(subject), key -> new TreeMap<>())
                    .computeIfAbsent(group.apply(subject), key -> new ArrayList<>())
                    .add(subject);
        }
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<Subject>>> block : blocks.entrySet()) {
            Optional<List<Group>> lines =
                    block(block.getValue(), hiddenOfSubtotal.apply(block.getKey()), day);
            if (lines.isEmpty()) {
                return new Breakdown(by, true, List.of());
            }
            groups.addAll(lines.get());
        }
        return new Breakdown(by, false, groups);
    }

    private static Optional<List<Group>> block(
            Map<String, List<Subject>> block, Set<Stage> hiddenOfAll, LocalDate day) {
        List<String> names = List.copyOf(block.keySet());
        List<Map<Stage, Integer>> counts = block.values().stream().map(Funnel::counts).toList();
        Optional<List<Set<LinkedCounts.Column>>> linked =
                LinkedCounts.hidden(
                        counts.stream().map(c -> of(c, Stage.STARTED)).toList(),
                        counts.stream()
                                .map(c -> of(c, Stage.REFERRED) - of(c, Stage.STARTED))
                                .toList());
        if (linked.isEmpty()) {
            return Optional.empty();
        }
        Map<Stage, Set<Integer>> hidden = new EnumMap<>(Stage.class);
        for (Stage stage : ALONE) {
            Optional<Set<Integer>> cells =
                    Suppression.hidden(counts.stream().map(c -> of(c, stage)).toList());
            if (cells.isEmpty()) {
                return Optional.empty();
            }
            hidden.put(stage, cells.get());
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<Subject> subjects = block.getOrDefault(names.get(i), List.of());
            Set<Stage> stages = hiddenOf(hidden, i);
            stages.addAll(stages(linked.get().get(i)));
            stages.addAll(hiddenOfAll);
            boolean countsFollow =
                    stages.contains(Stage.REFERRED) || stages.contains(Stage.STARTED);
            groups.add(group(names.get(i), subjects, counts.get(i), stages, countsFollow, day));
        }
        return Optional.of(groups);
    }

    private static Group group(
            String name,
            List<Subject> subjects,
            Map<Stage, Integer> counts,
            Set<Stage> hidden,
            boolean countsFollow,
            LocalDate day) {
        WaitingClock waiting = WaitingClock.waitingTime(subjects, day);
        WaitingClock access = WaitingClock.accessTime(subjects, day);
        return new Group(
                name,
                Funnel.of(counts, hidden),
                countsFollow ? waiting.withoutCounts() : waiting,
                countsFollow ? access.withoutCounts() : access);
    }

    private static Set<Stage> stages(Set<LinkedCounts.Column> columns) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (columns.contains(LinkedCounts.Column.REFERRED)) {
            stages.add(Stage.REFERRED);
        }
        if (columns.contains(LinkedCounts.Column.STARTED)) {
            stages.add(Stage.STARTED);
        }
        return stages;
    }

    private static Set<Stage> hiddenOf(Map<Stage, Set<Integer>> hidden, int group) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        hidden.forEach(
                (stage, groups) -> {
                    if (groups.contains(group)) {
                        stages.add(stage);
                    }
                });
        return stages;
    }

    private static int of(Map<Stage, Integer> counts, Stage stage) {
        return counts.getOrDefault(stage, 0);
    }
}
