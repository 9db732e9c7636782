package de.kim.allocation.write;

import de.kim.kit.web.Actor;
import java.util.UUID;

/** Whose person somebody on the way to a place is. */
@FunctionalInterface
public interface PlacementIndex {
    /**
     * Lets pass whoever may act for the person.
     *
     * @param actor another referrer's person is not there
     * @throws de.kim.kit.refusal.Refused with REFERRAL_NOT_FOUND
     */
    void mustBeOf(UUID referralId, Actor actor);
}
