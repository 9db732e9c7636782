package de.kim.rules.counterfactual;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One round under both rules.
 *
 * @param people how many took part
 * @param passed whether the round under the rules of then passes the verifier; else it gives
 *     nothing
 * @param passedOtherwise the same under the other rules
 * @param changed those for whom something changes, by referral id
 */
public record RoundEffect(
        UUID roundId,
        LocalDate heldOn,
        int rulebook,
        int people,
        boolean passed,
        boolean passedOtherwise,
        Totals then,
        Totals otherwise,
        List<PersonEffect> changed) {
    public RoundEffect {
        changed = List.copyOf(changed);
    }

    /** For how many people this is the effect. */
    public long count(Effect effect) {
        return effect == Effect.SAME
                ? (long) people - changed.size()
                : changed.stream().filter(person -> person.effect() == effect).count();
    }
}
