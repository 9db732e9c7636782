package de.kim.system.erasure;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whoever has the secret and every file that is left, and tries all keys in them on what stands in
 * a backup. Written from what ADR 13 says, not with the classes of the service.
 */
final class KeysLeft {
    private static final Configuration TINK = AeadConfig2026.get();
    private static final String PURPOSE = "kim key store 1";
    private static final Pattern KEY =
            Pattern.compile("([A-Z_]+) ([0-9a-f-]{36}) ([A-Za-z0-9+/]+={0,2})");

    private final List<Aead> keys = new ArrayList<>();

    /**
     * Takes every key that is in any file.
     *
     * @param ring the name of a file that may be gone: its keys may stand elsewhere
     */
    KeysLeft(Path home, String ring) throws IOException, GeneralSecurityException {
        var wrapping = wrapping(Files.readString(home.resolve("secrets/keys")).strip());
        var store = Files.readAllLines(home.resolve("keys/store")).get(1);
        try (var files = Files.walk(home.resolve("keys"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var rings = new TreeSet<>(List.of(ring, String.valueOf(file.getFileName())));
                var key = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (key.find()) {
                    var encrypted = Base64.getDecoder().decode(key.group(3));
                    for (var each : rings) {
                        var name = String.join("/", store, each, key.group(1), key.group(2));
                        unwrap(encrypted, wrapping, name).ifPresent(keys::add);
                    }
                }
            }
        }
    }

    int count() {
        return keys.size();
    }

    /** What can be read of these documents, as text. */
    List<String> read(List<BackedUp.Document> documents) {
        var texts = new ArrayList<String>();
        for (var document : documents) {
            for (var key : keys) {
                decrypt(key, document).ifPresent(texts::add);
            }
        }
        return texts;
    }

    private static Optional<String> decrypt(Aead key, BackedUp.Document document) {
        try {
            var content = key.decrypt(document.ciphertext(), document.place());
            return Optional.of(new String(content, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<Aead> unwrap(byte[] encrypted, Aead wrapping, String name) {
        try {
            var place = name.getBytes(StandardCharsets.UTF_8);
            return Optional.of(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(encrypted, wrapping, place, TINK)
                            .getPrimitive(TINK, Aead.class));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    @AccessesPartialKey
    private static Aead wrapping(String secret) throws GeneralSecurityException {
        var key =
                Hkdf.computeHkdf(
                        "HMACSHA256",
                        secret.getBytes(StandardCharsets.UTF_8),
                        new byte[0],
                        PURPOSE.getBytes(StandardCharsets.UTF_8),
                        32);
        var parameters =
                AesGcmParameters.builder()
                        .setKeySizeBytes(32)
                        .setIvSizeBytes(12)
                        .setTagSizeBytes(16)
                        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                        .build();
        var material =
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
}
