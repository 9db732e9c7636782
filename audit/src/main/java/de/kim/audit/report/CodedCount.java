package de.kim.audit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many referrals a coded reason applies to.
 *
 * @param count null when suppressed
 */
public record CodedCount(String code, @Nullable Integer count, boolean suppressed) {

    /** Counts of reasons of which each referral has one: the total is shown. */
    static List<CodedCount> ofExclusive(List<String> codes) {
        Map<String, Integer> counts = counted(codes);
        Optional<Set<Integer>> hidden = Suppression.hidden(List.copyOf(counts.values()));
        List<CodedCount> list = new ArrayList<>();
        counts.forEach(
                (code, count) ->
                        list.add(
                                of(
                                        code,
                                        count,
                                        hidden.isEmpty() || hidden.get().contains(list.size()))));
        return list;
    }

    /** Counts of reasons of which a referral can have several: they add up to nothing. */
    static List<CodedCount> ofOverlapping(List<String> codes) {
        List<CodedCount> list = new ArrayList<>();
        counted(codes).forEach((code, n) -> list.add(of(code, n, Suppression.isSmall(n))));
        return list;
    }

    private static Map<String, Integer> counted(List<String> codes) {
        Map<String, Integer> counts = new TreeMap<>();
        codes.forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }

    private static CodedCount of(String code, int count, boolean hidden) {
        return new CodedCount(code, hidden ? null : (Integer) count, hidden);
    }
}
