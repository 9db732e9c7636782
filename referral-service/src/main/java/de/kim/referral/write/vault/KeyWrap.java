package de.kim.referral.write.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Makes keys (AES-256-GCM) and encrypts them under the key-encryption key, which follows from the
 * store's secret.
 */
final class KeyWrap {
    private static final Configuration TINK = AeadConfig2026.get();
    private static final byte[] PURPOSE = "kim key store 1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;

    private final Aead keyEncryption;

    KeyWrap(String secret) {
        try {
            keyEncryption = keyEncryption(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key and its encrypted form. */
    record Wrapped(Aead aead, byte[] encrypted) {}

    /** A new key; it can be unwrapped with the same name only. */
    Wrapped fresh(String name) {
        try {
            KeysetHandle keyset =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
            byte[] encrypted =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            keyset, keyEncryption, bytes(name), TINK);
            return new Wrapped(keyset.getPrimitive(TINK, Aead.class), encrypted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made", e);
        }
    }

    /**
     * The key again.
     *
     * @throws GeneralSecurityException when it was wrapped with another secret or under another
     *     name
     */
    Aead unwrap(byte[] encrypted, String name) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                        encrypted, keyEncryption, bytes(name), TINK)
                .getPrimitive(TINK, Aead.class);
    }

    @AccessesPartialKey
    private static Aead keyEncryption(String secret) throws GeneralSecurityException {
        byte[] key = Hkdf.computeHkdf("HMACSHA256", bytes(secret), new byte[0], PURPOSE, KEY_BYTES);
        AesGcmParameters parameters =
                AesGcmParameters.builder()
                        .setKeySizeBytes(KEY_BYTES)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build();
        AesGcmKey material =
                AesGcmKey.builder()
                        .setParameters(parameters)
                        .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                        .build();
        return KeysetHandle.newBuilder()
                .setConfiguration(TINK)
                .addEntry(KeysetHandle.importKey(material).withRandomId().makePrimary())
                .build()
                .getPrimitive(TINK, Aead.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
