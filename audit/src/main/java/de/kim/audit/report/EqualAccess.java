package de.kim.audit.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether all get equally far: the share that goes on at each step, per group. It is computed from
 * the figures that the table of the same name shows, so nothing more can be learned from it.
 *
 * @param by what the groups are, such as {@code childcare}
 */
public record EqualAccess(String by, List<Group> groups) {
    /** Equal participation of women (§ 5(2) IntV), childcare need, and learning to write. */
    private static final List<String> WATCHED = List.of("gender", "childcare", "literacy");

    /**
     * One line.
     *
     * @param funnel the denominators
     */
    public record Group(String group, Funnel funnel, Rates rates) {}

    /**
     * Shares in per cent, rounded to a tenth, of those who got to the step before; null when one of
     * the two is hidden or nobody got there.
     *
     * @param startedOfReferred of all
     */
    public record Rates(
            @Nullable Double tested,
            @Nullable Double offered,
            @Nullable Double accepted,
            @Nullable Double started,
            @Nullable Double completed,
            @Nullable Double startedOfReferred) {
        static Rates of(Funnel funnel) {
            return new Rates(
                    rate(funnel.tested(), funnel.referred()),
                    rate(funnel.offered(), funnel.tested()),
                    rate(funnel.accepted(), funnel.offered()),
                    rate(funnel.started(), funnel.accepted()),
                    rate(funnel.completed(), funnel.started()),
                    rate(funnel.started(), funnel.referred()));
        }

        private static @Nullable Double rate(@Nullable Integer some, @Nullable Integer of) {
            return some == null || of == null || of == 0
                    ? null
                    : (Double) (Math.round(1000.0 * some / of) / 10.0);
        }
    }

    public EqualAccess {
        groups = List.copyOf(groups);
    }

    static List<EqualAccess> of(List<Breakdown> breakdowns) {
        return breakdowns.stream()
                .filter(table -> WATCHED.contains(table.by()))
                .map(EqualAccess::of)
                .toList();
    }

    private static EqualAccess of(Breakdown table) {
        return new EqualAccess(
                table.by(),
                table.groups().stream()
                        .map(g -> new Group(g.group(), g.funnel(), Rates.of(g.funnel())))
                        .toList());
    }
}
