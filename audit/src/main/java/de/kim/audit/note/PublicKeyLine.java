package de.kim.audit.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An Ed25519 public key as signed notes name it (C2SP signed-note): {@code name+id+key}, where the
 * id is the first four bytes, hexadecimal, of SHA-256 over name, line feed, 0x01 and the key, and
 * the last part is Base64 of 0x01 and the key's 32 bytes (RFC 8032).
 */
public final class PublicKeyLine {
    /** The algorithm Ed25519, in signed notes. */
    static final byte ED25519 = 1;

    static final int ID_LENGTH = 4;
    private static final int KEY_LENGTH = 32;
    private static final int SIGNATURE_LENGTH = 64;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;

    private PublicKeyLine(String name, byte[] key) {
        this.name = checked(name);
        this.key = key;
    }

    /** The line of a key of the JDK. */
    static PublicKeyLine of(String name, PublicKey key) {
        byte[] x509 = key.getEncoded();
        return new PublicKeyLine(
                name, Arrays.copyOfRange(x509, x509.length - KEY_LENGTH, x509.length));
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none, or its id is not that of the key
     */
    public static PublicKeyLine parse(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key is name+id+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2].getBytes(StandardCharsets.US_ASCII));
        if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not a key of Ed25519");
        }
        PublicKeyLine read =
                new PublicKeyLine(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!read.id().equals(parts[1])) {
            throw new IllegalArgumentException("the id is not that of the key");
        }
        return read;
    }

    static String checked(String name) {
        if (name.isEmpty()
                || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+' || c < ' ')) {
            throw new IllegalArgumentException("a name has no space and no +");
        }
        return name;
    }

    /** Who signs. */
    public String name() {
        return name;
    }

    /** Eight hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(idBytes());
    }

    byte[] idBytes() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(ED25519);
            digest.update(key);
            return Arrays.copyOf(digest.digest(), ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether the signature is this key's over the text. */
    boolean signed(byte[] text, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_LENGTH);
            System.arraycopy(key, 0, x509, X509_PREFIX.length, KEY_LENGTH);
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // 32 bytes that are no point of the curve, or a signature out of range
            return false;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKeyLine line
                && name.equals(line.name)
                && Arrays.equals(key, line.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** The whole line. */
    @Override
    public String toString() {
        byte[] typed = new byte[KEY_LENGTH + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, KEY_LENGTH);
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
