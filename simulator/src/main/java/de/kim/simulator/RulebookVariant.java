package de.kim.simulator;

import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.rules.Rulebooks;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rulebook 1 with some of it otherwise, as {@code 1} or {@code 1,radius-km=40,late-entry-ue=0}.
 *
 * @param name the text it was made from
 */
public record RulebookVariant(String name, Rulebook rulebook) {
    /** What can be otherwise. */
    public static final String SYNTAX =
            "1[,radius-km=N][,late-entry-ue=N][,offer-working-days=N][,priority=BASIS+BASIS|none]";

    private static final int MOST = 10_000;

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static RulebookVariant parse(String text) {
        String[] parts = text.split(",", -1);
        if (!parts[0].equals("1")) {
            throw new IllegalArgumentException(
                    "There is no rulebook %s, only 1; a variant is %s."
                            .formatted(parts[0], SYNTAX));
        }
        Rulebook rules = Rulebooks.FIRST;
        for (String part : List.of(parts).subList(1, parts.length)) {
            rules = changed(rules, part);
        }
        return new RulebookVariant(text, rules);
    }

    private static Rulebook changed(Rulebook r, String part) {
        String[] pair = part.split("=", 2);
        String value = pair.length == 2 ? pair[1] : "";
        return switch (pair[0]) {
            case "radius-km" ->
                    with(
                            r,
                            r.legalBases(),
                            number(value),
                            r.offerPeriodWorkingDays(),
                            r.lateEntryUe());
            case "late-entry-ue" ->
                    with(
                            r,
                            r.legalBases(),
                            r.radiusKm(),
                            r.offerPeriodWorkingDays(),
                            number(value));
            case "offer-working-days" ->
                    with(r, r.legalBases(), r.radiusKm(), number(value), r.lateEntryUe());
            case "priority" ->
                    with(
                            r,
                            priority(r.legalBases(), value),
                            r.radiusKm(),
                            r.offerPeriodWorkingDays(),
                            r.lateEntryUe());
            default ->
                    throw new IllegalArgumentException(
                            "A rulebook has no %s; a variant is %s.".formatted(pair[0], SYNTAX));
        };
    }

    private static Rulebook with(
            Rulebook r, List<LegalBasisRule> bases, int radiusKm, int offerDays, int lateEntryUe) {
        return new Rulebook(
                r.version(),
                r.algorithmVersion(),
                r.courseTypes(),
                bases,
                radiusKm,
                offerDays,
                r.unreachedWorkingDays(),
                r.refillDaysBeforeStart(),
                lateEntryUe,
                r.registrationToStartDays());
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException(
                    "%s is no whole number from 0 to %d.".formatted(text, MOST));
        }
        return Integer.parseInt(text);
    }

    private static List<LegalBasisRule> priority(List<LegalBasisRule> rules, String text) {
        Set<String> first = text.equals("none") ? Set.of() : Set.of(text.split("\\+", -1));
        Set<String> known =
                Arrays.stream(LegalBasis.values()).map(Enum::name).collect(Collectors.toSet());
        for (String name : first) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no legal basis %s.".formatted(name));
            }
        }
        return rules.stream()
                .map(
                        rule ->
                                new LegalBasisRule(
                                        rule.basis(),
                                        rule.obliged(),
                                        first.contains(rule.basis().name()),
                                        rule.noNewSince(),
                                        rule.fromAge()))
                .toList();
    }
}
