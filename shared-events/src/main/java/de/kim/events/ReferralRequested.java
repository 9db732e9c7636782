package de.kim.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body referred a person to a course. {@code person} is the random pseudonym; {@code
 * registeredOn} the local date from which waiting counts; {@code entitledOn} the date of the
 * entitlement, from which access time counts; {@code profileCommitment} the salted SHA-256 of the
 * {@link Profile}.
 */
@WireName("kim.referrals.referral-requested.v1")
public record ReferralRequested(
        UUID referralId,
        UUID person,
        String referringBody,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        LocalDate registeredOn,
        List<Wish> wishes,
        boolean onlyWishes,
        String profileCommitment)
        implements ReferralEvent {
    public ReferralRequested {
        wishes = List.copyOf(wishes);
    }

    @Override
    public String subject() {
        return referralId.toString();
    }
}
