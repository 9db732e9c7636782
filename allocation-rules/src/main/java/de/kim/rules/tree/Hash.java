package de.kim.rules.tree;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 value of a tree (RFC 9162 §2.1.1): the ledger's, or that of a round's input. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** Of a tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = new Hash(sha256(new byte[0]));

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash that was computed before.
     *
     * @throws IllegalArgumentException when it does not have 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
        }
        return new Hash(bytes.clone());
    }

    /**
     * A hash from Base64.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /**
     * A hash from lower-case hexadecimal.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Hash ofHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    /** Of a leaf: SHA-256 of 0x00 and the bytes. */
    public static Hash leaf(byte[] content) {
        return new Hash(sha256(LEAF, content));
    }

    /** Of a node: SHA-256 of 0x01 and its children. */
    public static Hash node(Hash left, Hash right) {
        return new Hash(sha256(NODE, left.bytes, right.bytes));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
