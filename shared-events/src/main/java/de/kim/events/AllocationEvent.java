package de.kim.events;

/**
 * What is said about places, on {@code kim.allocations}; the subject is the referral, the course or
 * the round.
 */
public sealed interface AllocationEvent extends PublicEvent
        permits ReferralQueued,
                CapacitySet,
                RoundOpened,
                AllocationDecided,
                RoundVerified,
                PlaceOffered,
                OfferReached,
                PlaceAccepted,
                PlaceDeclined,
                OfferExpired,
                OfferWithdrawn,
                PlaceReleased,
                ProviderChanged,
                ClockWarned,
                ClockBreached,
                OverrideGranted {}
