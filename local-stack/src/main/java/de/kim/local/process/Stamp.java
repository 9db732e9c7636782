package de.kim.local.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short name for something longer: equal when it is equal, else different. */
public final class Stamp {
    private static final int BYTES = 12;

    private Stamp() {}

    /** The stamp of these parts in this order. */
    public static String of(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = String.join("\n", parts);
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
