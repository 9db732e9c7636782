package de.kim.audit.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that signs notes; what is kept of it is one line, a secret. */
public final class SigningKey {
    private final PublicKeyLine line;
    private final PrivateKey secret;

    private SigningKey(PublicKeyLine line, PrivateKey secret) {
        this.line = line;
        this.secret = secret;
    }

    /** Makes one up. */
    public static SigningKey fresh(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(PublicKeyLine.of(name, pair.getPublic()), pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /**
     * Reads what {@link #secretLine} wrote.
     *
     * @throws IllegalArgumentException when it is not that; the message says nothing of the secret
     */
    public static SigningKey parse(String secretLine) {
        String[] parts = secretLine.strip().split(" ");
        try {
            PrivateKey secret =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(
                                            Base64.getDecoder().decode(parts[parts.length - 1])));
            SigningKey key = new SigningKey(PublicKeyLine.parse(parts[0]), secret);
            byte[] probe = {1};
            if (!key.line.signed(probe, key.sign(probe))) {
                throw new IllegalArgumentException("the two halves of a signing key differ");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }

    /** The public line, a space, and Base64 of the private key (PKCS #8). */
    public String secretLine() {
        return line + " " + Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    public PublicKeyLine publicLine() {
        return line;
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 signs anything", e);
        }
    }
}
