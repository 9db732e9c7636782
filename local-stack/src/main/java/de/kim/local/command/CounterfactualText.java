package de.kim.local.command;

import de.kim.audit.bundle.BundleCounterfactual.Result;
import de.kim.rules.counterfactual.Effect;
import de.kim.rules.counterfactual.PersonEffect;
import de.kim.rules.counterfactual.RoundEffect;
import de.kim.rules.counterfactual.Totals;
import org.jspecify.annotations.Nullable;

/** What other rules would have done, as a person reads it. */
final class CounterfactualText {
    private static final int MOST_PEOPLE = 20;

    private CounterfactualText() {}

    static String of(Result result) {
        var text = new StringBuilder();
        var summary = result.summary();
        text.append(
                "%d rounds decided again, %d left out%n"
                        .formatted(summary.rounds(), result.leftOut().size()));
        result.leftOut()
                .forEach(
                        round ->
                                text.append(
                                        "  round %s: %s%n"
                                                .formatted(round.roundId(), round.why())));
        text.append("%n%-44s %12s %12s%n".formatted("all rounds together", "then", "otherwise"));
        totals(text, summary.then(), summary.otherwise());
        text.append("%n".formatted());
        for (var effect : Effect.values()) {
            text.append(
                    "  %-42s %12d%n"
                            .formatted(word(effect), summary.effects().getOrDefault(effect, 0L)));
        }
        text.append("  %-42s %12d%n".formatted("different people affected", summary.people()));
        result.rounds().stream()
                .filter(round -> !round.changed().isEmpty())
                .forEach(round -> round(text, round));
        text.append("%nWhat this does not say%n".formatted());
        result.limits().forEach(limit -> text.append("  ").append(limit).append('\n'));
        return text.toString();
    }

    private static void totals(StringBuilder text, Totals then, Totals otherwise) {
        line(text, "places given", then.places(), otherwise.places());
        line(text, "seats left empty", then.emptySeats(), otherwise.emptySeats());
        line(
                text,
                "days from registration to start, added up",
                then.waitingDays(),
                otherwise.waitingDays());
        line(text, "women among those with a place", then.women(), otherwise.women());
        line(text, "people who need childcare among them", then.childcare(), otherwise.childcare());
    }

    private static void line(StringBuilder text, String name, long then, long otherwise) {
        text.append("  %-42s %12d %12d%n".formatted(name, then, otherwise));
    }

    private static void round(StringBuilder text, RoundEffect round) {
        text.append(
                "%nround %s of %s under rulebook %d: something changes for %d of %d people%n"
                        .formatted(
                                round.roundId(),
                                round.heldOn(),
                                round.rulebook(),
                                round.changed().size(),
                                round.people()));
        if (round.passed() != round.passedOtherwise()) {
            text.append(
                    "  under one of the rules the round does not pass, and gives nothing%n"
                            .formatted());
        }
        round.changed().stream().limit(MOST_PEOPLE).forEach(person -> person(text, person));
        if (round.changed().size() > MOST_PEOPLE) {
            text.append("  and %d more%n".formatted(round.changed().size() - MOST_PEOPLE));
        }
    }

    private static void person(StringBuilder text, PersonEffect person) {
        text.append(
                "  %s %-22s %s -> %s%n"
                        .formatted(
                                person.pseudonym(),
                                word(person.effect()),
                                course(person.then()),
                                course(person.otherwise())));
    }

    private static String course(PersonEffect.@Nullable Place place) {
        return place == null ? "waits" : "course " + place.courseId();
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case SAME -> "the same";
            case OTHER_PLACE -> "another place";
            case GAINED -> "gains a place";
            case LOST -> "loses the place";
        };
    }
}
