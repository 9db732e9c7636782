package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/** The person began the course: the referral reached its aim. */
@WireName("kim.referrals.referral-completed.v1")
public record ReferralCompleted(UUID referralId, UUID courseId, LocalDate startedOn)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
