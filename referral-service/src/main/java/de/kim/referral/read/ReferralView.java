package de.kim.referral.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.kim.events.CourseType;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.events.Wish;
import de.kim.events.WithdrawalReason;
import de.kim.referral.write.ReferralState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its own body sees it, without the person's data.
 *
 * @param number its place in the list, growing
 * @param linked the person has another referral, of this body or another one, which stands for both
 * @param legalBasis the one that the person was referred on, with the dates of then
 * @param entitlements all of this referral, the first one first; none of another body's
 * @param placeCourseId the course in which the person took a place, by whichever of their referrals
 * @param courseId which course the person began, by whichever of their referrals
 * @param version counts the events of the referral; its ETag
 */
public record ReferralView(
        UUID referralId,
        @JsonIgnore long number,
        @JsonIgnore long version,
        String referringBody,
        ReferralState state,
        LegalBasis legalBasis,
        LocalDate entitledOn,
        @Nullable LocalDate lapsesOn,
        LocalDate registeredOn,
        List<Entitlement> entitlements,
        List<Wish> wishes,
        boolean onlyWishes,
        @Nullable Booking booking,
        @Nullable TestResult test,
        @Nullable WithdrawalReason withdrawalReason,
        @Nullable UUID placeCourseId,
        @Nullable UUID courseId,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate erasedOn,
        boolean linked) {

    /**
     * What the referral rests on, or rested on.
     *
     * @param lapsesOn null: it does not
     * @param endReason null: it has not ended
     */
    public record Entitlement(
            UUID entitlementId,
            LegalBasis legalBasis,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn,
            @Nullable LocalDate endedOn,
            @Nullable EntitlementEnd endReason) {}

    /** The person's seat in a placement test. */
    public record Booking(UUID testDateId, LocalDate testOn) {}

    /** The placement test's result. */
    public record TestResult(
            LocalDate testedOn,
            CourseType recommendedType,
            int recommendedSection,
            boolean dispensable) {}
}
