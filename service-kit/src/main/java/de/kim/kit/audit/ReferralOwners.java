package de.kim.kit.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Which body answers for a referral. A service that has one of these holds data that auditors may
 * only read under a case.
 */
@FunctionalInterface
public interface ReferralOwners {
    /** The referring body's code; empty when this service knows no such referral. */
    Optional<String> bodyOf(UUID referralId);
}
