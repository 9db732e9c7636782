package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person's data was erased; the profile is gone, this history stays. */
@WireName("kim.referrals.person-erased.v1")
public record PersonErased(UUID referralId, LocalDate erasedOn) implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
