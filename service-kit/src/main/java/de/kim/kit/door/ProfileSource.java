package de.kim.kit.door;

import de.kim.events.Profile;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the {@code Outbox} of referral-service finds the profile to publish; empty once the person
 * was erased.
 */
public interface ProfileSource {
    Optional<Profile> profile(UUID referralId);
}
