package de.kim.referral.write;

import de.kim.events.AgeBand;
import de.kim.events.Gender;
import de.kim.events.NationalityGroup;
import de.kim.events.Profile;
import de.kim.events.WeeklyTime;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** What describes a person; each version of it becomes a {@link Profile} with a salt of its own. */
record Attributes(
        Gender gender,
        AgeBand ageBand,
        String municipality,
        NationalityGroup nationalityGroup,
        List<String> languages,
        boolean childcareNeeded,
        boolean accessibilityNeeded,
        List<WeeklyTime> available) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    Attributes {
        languages = List.copyOf(languages);
        available = List.copyOf(available);
    }

    static Attributes of(Profile profile) {
        return new Attributes(
                profile.gender(),
                profile.ageBand(),
                profile.municipality(),
                profile.nationalityGroup(),
                profile.languages(),
                profile.childcareNeeded(),
                profile.accessibilityNeeded(),
                profile.available());
    }

    /** The same, of somebody of this age. */
    Attributes at(AgeBand age) {
        return new Attributes(
                gender,
                age,
                municipality,
                nationalityGroup,
                languages,
                childcareNeeded,
                accessibilityNeeded,
                available);
    }

    /** A new version, salted freshly: equal attributes of two people look different. */
    Profile asProfile(UUID referralId, long version) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Profile(
                referralId,
                version,
                HexFormat.of().formatHex(salt),
                gender,
                ageBand,
                municipality,
                nationalityGroup,
                languages,
                childcareNeeded,
                accessibilityNeeded,
                available);
    }
}
