package de.kim.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import de.kim.kit.access.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token to be signed, good unless told otherwise. It is valid in all the years in which the
 * clocks of tests may stand.
 */
public final class TestToken {
    private final RSAKey key;
    private final JWTClaimsSet.Builder claims =
            new JWTClaimsSet.Builder()
                    .audience(List.of("kim"))
                    .subject("someone")
                    .issueTime(Date.from(Instant.parse("2020-01-01T00:00:00Z")))
                    .expirationTime(Date.from(Instant.parse("2100-01-01T00:00:00Z")));

    public TestToken(TestIssuer issuer) {
        this.key = issuer.key();
        claims.issuer(issuer.url());
    }

    public TestToken of(String body, Role... roles) {
        return with("body", body)
                .with("sub", body)
                .with("roles", Arrays.stream(roles).map(Role::claim).toList());
    }

    /** With another value of a claim; null takes it away. */
    public TestToken with(String claim, @Nullable Object value) {
        claims.claim(claim, value instanceof Instant time ? Date.from(time) : value);
        return this;
    }

    /** As the issuer signs it. */
    public String signed() {
        try {
            return signed(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Under another header, or by somebody else. */
    public String signed(JWSHeader header, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not signed at all: {@code alg: none}. */
    public String unsigned() {
        return new PlainJWT(claims.build()).serialize();
    }
}
