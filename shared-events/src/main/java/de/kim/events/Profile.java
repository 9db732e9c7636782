package de.kim.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The erasable attributes of a referral. They are personal data, so they never stand in an event:
 * they travel on the compacted topic {@code kim.profiles}, keyed by referral, the highest {@code
 * version} wins, and a tombstone erases. The events carry {@link #commitment()} only.
 *
 * @param version counts up with every change, from 1
 * @param salt random, hexadecimal; without it the commitment cannot be guessed
 * @param municipality official municipality key (AGS, eight digits)
 * @param languages ISO 639-1 codes, the best known first
 * @param available weekly times the person has; empty means any time
 */
public record Profile(
        UUID referralId,
        long version,
        String salt,
        Gender gender,
        AgeBand ageBand,
        String municipality,
        NationalityGroup nationalityGroup,
        List<String> languages,
        boolean childcareNeeded,
        boolean accessibilityNeeded,
        List<WeeklyTime> available) {
    /** The CloudEvents type of a profile. */
    public static final String WIRE_NAME = "kim.profiles.profile.v1";

    public Profile {
        languages = List.copyOf(languages);
        available = List.copyOf(available);
    }

    /**
     * SHA-256, hexadecimal, over the salt and every attribute, one a line in the order of this
     * record.
     */
    public String commitment() {
        String canonical =
                String.join(
                        "\n",
                        salt,
                        referralId.toString(),
                        Long.toString(version),
                        gender.name(),
                        ageBand.name(),
                        municipality,
                        nationalityGroup.name(),
                        String.join(",", languages),
                        Boolean.toString(childcareNeeded),
                        Boolean.toString(accessibilityNeeded),
                        available.stream()
                                .map(time -> time.day() + " " + time.from() + "-" + time.to())
                                .collect(Collectors.joining(",")));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
