package de.kim.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The placement test has a result. {@code recommendedSection} counts from 1; {@code dispensable}:
 * the test was not needed.
 */
@WireName("kim.referrals.placement-test-recorded.v1")
public record PlacementTestRecorded(
        UUID referralId,
        LocalDate testedOn,
        CourseType recommendedType,
        int recommendedSection,
        boolean dispensable)
        implements ReferralEvent {
    @Override
    public String subject() {
        return referralId.toString();
    }
}
