package de.kim.rules;

import de.kim.events.AgeBand;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What a person's entitlements are worth under a rulebook. */
final class LegalBases {
    private final Map<LegalBasis, LegalBasisRule> rules = new EnumMap<>(LegalBasis.class);

    LegalBases(Rulebook rulebook) {
        rulebook.legalBases().forEach(rule -> rules.put(rule.basis(), rule));
    }

    /** Whether some entitlement is admissible. */
    boolean admit(Person person) {
        for (Entitlement entitlement : person.entitlements()) {
            if (admits(entitlement, person.ageBand())) {
                return true;
            }
        }
        return false;
    }

    /** There are admissible entitlements, and none lasts until that day. */
    boolean lapseBefore(Person person, LocalDate day) {
        for (Entitlement entitlement : person.entitlements()) {
            LocalDate lapsesOn = entitlement.lapsesOn();
            boolean lasts = lapsesOn == null || !lapsesOn.isBefore(day);
            if (lasts && admits(entitlement, person.ageBand())) {
                return false;
            }
        }
        return admit(person);
    }

    /**
     * Statutory priority, § 7(4) IntV: the last start day, in days since 1970-01-01, for which some
     * admissible entitlement has it; {@link Long#MIN_VALUE} when none has.
     */
    long priorityUntil(Person person) {
        long until = Long.MIN_VALUE;
        for (Entitlement entitlement : person.entitlements()) {
            LegalBasisRule rule = rules.get(entitlement.basis());
            if (rule != null && rule.priority() && admits(entitlement, person.ageBand())) {
                LocalDate lapsesOn = entitlement.lapsesOn();
                until = Math.max(until, lapsesOn == null ? Long.MAX_VALUE : lapsesOn.toEpochDay());
            }
        }
        return until;
    }

    private boolean admits(Entitlement entitlement, AgeBand age) {
        LegalBasisRule rule = rules.get(entitlement.basis());
        if (rule == null) {
            return false;
        }
        LocalDate noNewSince = rule.noNewSince();
        Integer fromAge = rule.fromAge();
        return (noNewSince == null || entitlement.entitledOn().isBefore(noNewSince))
                && (fromAge == null || Ages.oldest(age) >= fromAge);
    }
}
