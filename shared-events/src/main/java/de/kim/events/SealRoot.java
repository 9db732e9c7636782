package de.kim.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a {@link Sealed} commits to: SHA-256, in lower-case hexadecimal digits, over one line {@code
 * SUBJECT LAST-SEQUENCE\n} (UTF-8) for each subject, sorted by the subjects' bytes. Seals
 * themselves are not counted.
 */
public final class SealRoot {
    private final MessageDigest digest;
    private long published;

    public SealRoot() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The next subject, in order, with its last sequence and how many events it has. */
    public void add(String subject, long last, long events) {
        digest.update((subject + " " + last + "\n").getBytes(StandardCharsets.UTF_8));
        published += events;
    }

    /** How many events all subjects have. */
    public long published() {
        return published;
    }

    /** The root; nothing is added afterwards. */
    public String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
