package de.kim.rules;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One lottery number per person for life. The seed is drawn per quarter; its {@link #commitment} is
 * published before the quarter and the seed itself when the quarter closes, so that anybody can
 * recompute the numbers and nobody could choose them.
 */
public final class Lottery {
    private static final int DIGITS = 64;

    private Lottery() {}

    /**
     * HMAC-SHA-256 (RFC 2104) with the seed as key over the pseudonym's 36 ASCII characters (lower
     * case), as 64 lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException when the seed is empty
     */
    public static String number(byte[] seed, UUID pseudonym) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] text = pseudonym.toString().getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** SHA-256 of the seed, hexadecimal: what is published before the quarter. */
    public static String commitment(byte[] seed) {
        return Digest.sha256(seed);
    }

    static boolean isNumber(String text) {
        return text.length() == DIGITS && Digest.isHex(text);
    }
}
