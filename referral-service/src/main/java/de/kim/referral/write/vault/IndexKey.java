package de.kim.referral.write.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keyed hashes. The key follows from the secret and the store, so it can neither be lost nor
 * destroyed without them.
 */
final class IndexKey {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] PURPOSE = "kim index key 1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    IndexKey(String secret, UUID store) {
        try {
            byte[] bytes =
                    Hkdf.computeHkdf(
                            "HMACSHA256",
                            secret.getBytes(StandardCharsets.UTF_8),
                            store.toString().getBytes(StandardCharsets.UTF_8),
                            PURPOSE,
                            KEY_BYTES);
            key = new SecretKeySpec(bytes, HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
