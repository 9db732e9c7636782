package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.CourseType;
import de.kim.events.LegalBasis;
import de.kim.events.LegalBasisRule;
import de.kim.events.Rulebook;
import de.kim.events.Wish;
import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of an entitlement, a test and wishes, whatever state the referral is in. */
final class EntitlementRules {
    private static final LocalDate FIRST_COURSES = LocalDate.of(2005, 1, 1);
    private static final int LONGEST_YEARS = 10;

    /** Counselling offices (MBE, JMD) act for the person, so only with the person's consent. */
    private static final Set<String> COUNSELLING = Set.of("mbe-", "jmd-");

    private EntitlementRules() {}

    static void check(RequestReferral command, Rulebook rulebook, LocalDate today) {
        check(command.entitlement(), command.ageBand(), rulebook, today);
        if (!command.consent() && restsOnConsent(command.by())) {
            throw new Refused(ReferralRefusal.CONSENT_MISSING);
        }
        checkWishes(command.wishes(), command.onlyWishes());
    }

    /** Of any entitlement, the first of a referral or a further one. */
    static void check(
            StatedEntitlement entitlement, AgeBand ageBand, Rulebook rulebook, LocalDate today) {
        checkDates(entitlement.entitledOn(), entitlement.lapsesOn(), today);
        LegalBasisRule rule =
                rule(entitlement.legalBasis(), rulebook)
                        .orElseThrow(() -> new Refused(ReferralRefusal.LEGAL_BASIS_CLOSED));
        if (rule.noNewSince() != null && !entitlement.entitledOn().isBefore(rule.noNewSince())) {
            throw new Refused(ReferralRefusal.LEGAL_BASIS_CLOSED);
        }
        checkAge(entitlement.legalBasis(), ageBand, rulebook);
    }

    static void checkAge(LegalBasis basis, AgeBand ageBand, Rulebook rulebook) {
        if (isTooYoung(ageBand, rule(basis, rulebook).map(LegalBasisRule::fromAge).orElse(null))) {
            throw new Refused(ReferralRefusal.TOO_YOUNG);
        }
    }

    private static Optional<LegalBasisRule> rule(LegalBasis basis, Rulebook rulebook) {
        return rulebook.legalBases().stream().filter(rule -> rule.basis() == basis).findFirst();
    }

    /** Whether a referral by this body has no other ground than the person's consent. */
    static boolean restsOnConsent(String body) {
        return COUNSELLING.stream().anyMatch(body::startsWith);
    }

    static void checkWishes(List<Wish> wishes, boolean onlyWishes) {
        if (new HashSet<>(wishes).size() < wishes.size()) {
            throw new Refused(ReferralRefusal.WISH_TWICE);
        }
        if (onlyWishes && wishes.isEmpty()) {
            throw new Refused(ReferralRefusal.WISHES_MISSING);
        }
    }

    static void checkTest(
            LocalDate testedOn, CourseType type, int section, Rulebook rulebook, LocalDate today) {
        if (testedOn.isAfter(today)) {
            throw new Refused(ReferralRefusal.TEST_IN_FUTURE);
        }
        if (testedOn.isBefore(FIRST_COURSES)) {
            throw new Refused(ReferralRefusal.DATE_BEFORE_2005);
        }
        if (section < 1 || section > sections(rulebook, type)) {
            throw new Refused(ReferralRefusal.SECTION_OUT_OF_RANGE);
        }
    }

    private static void checkDates(
            LocalDate entitledOn, @Nullable LocalDate lapsesOn, LocalDate today) {
        if (entitledOn.isAfter(today)) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_IN_FUTURE);
        }
        if (entitledOn.isBefore(FIRST_COURSES)) {
            throw new Refused(ReferralRefusal.DATE_BEFORE_2005);
        }
        if (lapsesOn == null) {
            return;
        }
        if (lapsesOn.isBefore(entitledOn)
                || lapsesOn.isAfter(entitledOn.plusYears(LONGEST_YEARS))) {
            throw new Refused(ReferralRefusal.LAPSE_OUT_OF_RANGE);
        }
        if (lapsesOn.isBefore(today)) {
            throw new Refused(ReferralRefusal.ENTITLEMENT_LAPSED);
        }
    }

    /** Below 16 nobody takes part; a legal basis may ask for 18 (§ 5b AsylbLG). */
    private static boolean isTooYoung(AgeBand band, @Nullable Integer fromAge) {
        return switch (band) {
            case UNDER_16 -> true;
            case FROM_16_TO_17 -> fromAge != null && fromAge > 16;
            case FROM_18_TO_26, FROM_27_TO_39, FROM_40_TO_59, FROM_60 -> false;
        };
    }

    private static int sections(Rulebook rulebook, CourseType type) {
        return rulebook.courseTypes().stream()
                .filter(rule -> rule.type() == type)
                .mapToInt(rule -> rule.sections())
                .findFirst()
                .orElse(0);
    }
}
