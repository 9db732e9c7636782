package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.LegalBasis;
import de.kim.events.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Refer a person to a course. Whatever identifies or describes the person is already in the {@link
 * Vault}; only the age band is needed to decide, and it is not stored.
 *
 * @param person the random pseudonym
 * @param by the referring body
 * @param consent whether the person agreed to be referred; counselling offices need it
 * @param profileCommitment stands for the profile in the vault
 */
public record RequestReferral(
        UUID referralId,
        UUID person,
        String by,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        AgeBand ageBand,
        List<Wish> wishes,
        boolean onlyWishes,
        boolean consent,
        String profileCommitment)
        implements ReferralCommand {
    public RequestReferral {
        wishes = List.copyOf(wishes);
    }

    /** What the person is entitled by, with the day on which it lapses. */
    StatedEntitlement entitlement() {
        return new StatedEntitlement(legalBasis, entitledOn, lapsesOn).withLapse();
    }
}
