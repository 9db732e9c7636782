package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.input.BirthDate;
import java.time.LocalDate;
import java.time.Period;

/** From a birth date to the age band, the only form in which age leaves the vault. */
final class AgeBands {
    private static final int OLDEST = 120;

    private AgeBands() {}

    /**
     * The band on a day. Where the day of birth is unknown, the last one that it may have been
     * counts: nobody is obliged, or taken for an adult, before they surely are one.
     *
     * @throws Refused BIRTH_DATE_OUT_OF_RANGE
     */
    static AgeBand of(BirthDate birthDate, LocalDate on) {
        if (birthDate.earliest().isAfter(on)
                || birthDate.latest().isBefore(on.minusYears(OLDEST + 1))) {
            throw new Refused(ReferralRefusal.BIRTH_DATE_OUT_OF_RANGE);
        }
        return band(Period.between(birthDate.latest(), on).getYears());
    }

    private static AgeBand band(int years) {
        if (years < 16) return AgeBand.UNDER_16;
        if (years < 18) return AgeBand.FROM_16_TO_17;
        if (years < 27) return AgeBand.FROM_18_TO_26;
        if (years < 40) return AgeBand.FROM_27_TO_39;
        return years < 60 ? AgeBand.FROM_40_TO_59 : AgeBand.FROM_60;
    }
}
