package de.kim.events;

/** What is said about referrals, on {@code kim.referrals}; the subject is the referral. */
public sealed interface ReferralEvent extends PublicEvent
        permits ReferralRequested,
                PlacementTestBooked,
                PlacementTestRecorded,
                ReferralAmended,
                ReferralCorrected,
                WishesChanged,
                EntitlementAdded,
                EntitlementEnded,
                ReferralsLinked,
                ConsentGiven,
                ConsentRevoked,
                InterestConfirmed,
                InterestLapsed,
                ReferralWithdrawn,
                EnteredInError,
                ReferralCompleted,
                PersonalDataDeleted,
                PersonErased {}
