package de.kim.referral.write.vault;

import de.kim.events.Profile;
import org.jspecify.annotations.Nullable;

/** What was read of a person; null is what was not asked for, never recorded, or erased. */
public record Person(
        Personal.@Nullable Identity identity,
        Personal.@Nullable Contact contact,
        Personal.@Nullable FileNumbers fileNumbers,
        Personal.@Nullable FreeText freeText,
        @Nullable Profile profile) {
    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
