package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request that may come more than once.
 *
 * @param scope who asks for what: organisation, method and path; the same key elsewhere is another
 *     request
 * @param key chosen by the caller
 * @param requestHash tells another request under the same key; SHA-256, keyed by the key
 */
record IdempotencyKey(String scope, String key, String requestHash) {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    static IdempotencyKey of(BufferedRequest request) {
        String key = checked(request.getHeader(HEADER));
        String scope =
                Actor.current().body() + " " + request.getMethod() + " " + request.getRequestURI();
        return new IdempotencyKey(scope, key, hash(key, request));
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            throw new Refused(WebRefusal.IDEMPOTENCY_KEY_MISSING);
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw new Refused(WebRefusal.IDEMPOTENCY_KEY_INVALID);
        }
        return key;
    }

    private static String hash(String key, BufferedRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((key + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
