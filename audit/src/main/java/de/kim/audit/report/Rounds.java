package de.kim.audit.report;

import de.kim.audit.fold.ReportRound;
import java.util.List;
import java.util.TreeSet;

/**
 * What the verifier said of the clearing rounds. Rounds are no people: nothing is suppressed.
 *
 * @param held how many were held in the period
 * @param passed of how many every property held; only these made offers
 * @param failed how many did not pass
 * @param verdicts one line a property, by name
 */
public record Rounds(int held, int passed, int failed, List<Property> verdicts) {
    /** The property whose verdict is the statement on justified envy. */
    public static final String NO_JUSTIFIED_ENVY = "no-justified-envy";

    /**
     * How a property fared.
     *
     * @param holding in how many rounds it was verified and holds
     * @param violated in how many it does not
     */
    public record Property(String property, int holding, int violated) {}

    public Rounds {
        verdicts = List.copyOf(verdicts);
    }

    static Rounds of(List<ReportRound> rounds) {
        TreeSet<String> properties = new TreeSet<>();
        for (ReportRound round : rounds) {
            properties.addAll(round.holding());
            properties.addAll(round.violated());
        }
        return new Rounds(
                rounds.size(),
                (int) rounds.stream().filter(r -> Boolean.TRUE.equals(r.passed())).count(),
                (int) rounds.stream().filter(r -> Boolean.FALSE.equals(r.passed())).count(),
                properties.stream().map(property -> count(property, rounds)).toList());
    }

    private static Property count(String property, List<ReportRound> rounds) {
        return new Property(
                property,
                (int) rounds.stream().filter(r -> r.holding().contains(property)).count(),
                (int) rounds.stream().filter(r -> r.violated().contains(property)).count());
    }
}
