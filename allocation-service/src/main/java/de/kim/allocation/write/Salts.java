package de.kim.allocation.write;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Salts for the people of a round. They are kept with the person's part of the input and nowhere
 * else: erasing the part erases the salt, and its hash tells nothing to who guesses.
 */
final class Salts {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Salts() {}

    static String fresh() {
        byte[] salt = new byte[BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
