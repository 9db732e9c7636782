package de.kim.referral.write;

import de.kim.events.ConsentPurpose;
import de.kim.events.CorrectedPart;
import de.kim.events.CorrectionReason;
import de.kim.events.CourseType;
import de.kim.events.DataClass;
import de.kim.events.EntitlementCorrection;
import de.kim.events.EntitlementEnd;
import de.kim.events.LegalBasis;
import de.kim.events.Wish;
import de.kim.events.WithdrawalReason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a referral, as it is stored; nothing in it identifies or describes a person. */
public sealed interface ReferralHistory extends IntakeHistory {
    UUID referralId();

    /** See {@link de.kim.events.ReferralRequested}. */
    record Requested(
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
            implements ReferralHistory {
        public Requested {
            wishes = List.copyOf(wishes);
        }
    }

    record Consented(UUID referralId, ConsentPurpose purpose, LocalDate givenOn)
            implements ReferralHistory {}

    record ConsentRevoked(UUID referralId, ConsentPurpose purpose, LocalDate revokedOn)
            implements ReferralHistory {}

    record Amended(UUID referralId, String profileCommitment) implements ReferralHistory {}

    /** See {@link de.kim.events.ReferralCorrected}. */
    record Corrected(
            UUID referralId,
            CorrectionReason reason,
            List<CorrectedPart> parts,
            @Nullable EntitlementCorrection entitlement,
            LocalDate correctedOn)
            implements ReferralHistory {
        public Corrected {
            parts = List.copyOf(parts);
        }
    }

    record TestRecorded(
            UUID referralId,
            LocalDate testedOn,
            CourseType recommendedType,
            int recommendedSection,
            boolean dispensable)
            implements ReferralHistory {}

    /** See {@link BookTest}. */
    record TestBooked(UUID referralId, UUID testDateId, String host, LocalDate testOn)
            implements ReferralHistory {}

    record TestBookingEnded(UUID referralId, UUID testDateId, BookingEnd cause, LocalDate endedOn)
            implements ReferralHistory {}

    record ObjectionRaised(
            UUID referralId, UUID objectionId, ObjectionAbout about, LocalDate raisedOn)
            implements ReferralHistory {}

    record ObjectionDecided(
            UUID referralId, UUID objectionId, ObjectionOutcome outcome, LocalDate decidedOn)
            implements ReferralHistory {}

    record WishesChanged(UUID referralId, List<Wish> wishes, boolean onlyWishes)
            implements ReferralHistory {
        public WishesChanged {
            wishes = List.copyOf(wishes);
        }
    }

    /**
     * One more, or the same one with later dates.
     *
     * @param entitlementId the first one of a referral has the referral's id
     */
    record EntitlementAdded(
            UUID referralId,
            UUID entitlementId,
            LegalBasis legalBasis,
            String grantedBy,
            LocalDate entitledOn,
            @Nullable LocalDate lapsesOn)
            implements ReferralHistory {}

    /** See {@link de.kim.events.EntitlementEnded}. */
    record EntitlementEnded(
            UUID referralId,
            UUID entitlementId,
            LegalBasis legalBasis,
            LocalDate endedOn,
            EntitlementEnd reason,
            boolean last)
            implements ReferralHistory {}

    record InterestConfirmed(UUID referralId, LocalDate confirmedOn) implements ReferralHistory {}

    record InterestLapsed(UUID referralId, LocalDate lapsedOn) implements ReferralHistory {}

    /** Another referral is of this person, too, and this one stands for both. */
    record Linked(UUID referralId, UUID linkedReferralId, UUID person) implements ReferralHistory {}

    record Withdrawn(UUID referralId, WithdrawalReason reason) implements ReferralHistory {}

    record EnteredInError(UUID referralId) implements ReferralHistory {}

    record Completed(UUID referralId, UUID courseId, LocalDate startedOn)
            implements ReferralHistory {}

    /** Data of these classes was kept for as long as it may be. */
    record DataDeleted(UUID referralId, List<DataClass> dataClasses, LocalDate deletedOn)
            implements ReferralHistory {
        public DataDeleted {
            dataClasses = List.copyOf(dataClasses);
        }
    }

    /** Nothing is known of the person any more. */
    record Erased(UUID referralId, LocalDate erasedOn) implements ReferralHistory {}
}
