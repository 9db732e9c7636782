package de.kim.notification.write;

import de.kim.kit.web.input.BirthDate;
import java.util.UUID;

/** Whether a birth date is the person's; it is compared in the vault of referral-service. */
@FunctionalInterface
public interface BirthDateCheck {
    /** What the vault says. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Nobody is known (any more) under this id. */
        NOBODY,
        /** It could not be asked. */
        NOT_NOW
    }

    Verdict check(UUID referralId, BirthDate birthDate);
}
