package de.kim.referral.plumbing;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys of people's data are.
 *
 * @param folder outside the database and outside of what is backed up with it
 * @param secret the key-encryption key follows from it; kept apart from the folder
 */
@ConfigurationProperties("kim.keys")
public record KeySettings(Path folder, String secret) {
    private static final int SHORTEST = 32;

    public KeySettings {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "KIM_KEYS_SECRET has fewer than %d characters".formatted(SHORTEST));
        }
    }

    /** So that the secret never gets into a log. */
    @Override
    public String toString() {
        return "KeySettings[" + folder + "]";
    }
}
