package de.kim.referral.write.vault;

import de.kim.events.Profile;
import de.kim.kit.web.input.BirthDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read of a person; null is what was not asked for, never recorded, or erased. */
public record Person(
        Personal.@Nullable Identity identity,
        Personal.@Nullable Contact contact,
        Personal.@Nullable FileNumbers fileNumbers,
        Personal.@Nullable FreeText freeText,
        @Nullable Profile profile,
        Personal.@Nullable Registration registration,
        Personal.@Nullable Background background) {
    public Optional<BirthDate> birthDate() {
        return Optional.ofNullable(identity).map(Personal.Identity::birthDate);
    }

    /** Says nothing, so that no log does. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
