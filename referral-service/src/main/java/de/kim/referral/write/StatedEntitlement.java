package de.kim.referral.write;

import de.kim.events.LegalBasis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entitlement as somebody says it is. */
public record StatedEntitlement(
        LegalBasis legalBasis, LocalDate entitledOn, @Nullable LocalDate lapsesOn) {

    /**
     * The same with the day on which it lapses: the date on the form; where there is none, after a
     * year for a claim and for an admission (§ 44(2) and (4) AufenthG), and never for the others.
     */
    StatedEntitlement withLapse() {
        if (lapsesOn != null) {
            return this;
        }
        return switch (legalBasis) {
            case ENTITLED_44_1, ADMITTED_44_4 ->
                    new StatedEntitlement(legalBasis, entitledOn, entitledOn.plusYears(1));
            case OBLIGED_ABH,
                    OBLIGED_JOBCENTER,
                    COOPERATION_PLAN_5A,
                    OBLIGED_ASYLBLG,
                    RESETTLER_BVFG_9,
                    SELF_PAYER ->
                    this;
        };
    }
}
