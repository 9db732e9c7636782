package de.kim.kit.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import de.kim.kit.web.input.SlugValidator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What makes a token one of ours: the issuer's signature by the one algorithm, its name, our
 * audience, its time, and the body it was issued for. Keys are fetched when first needed and kept;
 * a key that is not known is looked for at the issuer, but at most every few seconds.
 */
final class TokenDecoding {
    /** Of the claim that names the body. */
    static final String BODY = "body";

    /** Of the claim that lists the roles. */
    static final String ROLES = "roles";

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final Duration FETCH = Duration.ofSeconds(10);

    /** Tokens that name unknown keys do not make us ask the issuer more often than this. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(10);

    /** RFC 9068 has a type of its own for access tokens; most issuers say JWT, or nothing. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private TokenDecoding() {}

    static JwtDecoder of(AccessProperties properties, Clock clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.parse(properties.algorithm()), keys(properties)));
        // The validator below sees to the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(properties, clock));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(AccessProperties properties) {
        return JWKSourceBuilder.create(new IssuerKeys(properties.issuer()))
                .cache(properties.keysFor().toMillis(), FETCH.toMillis())
                .rateLimited(Math.min(ASKED_AGAIN.toMillis(), properties.keysFor().toMillis() / 2))
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(properties.outage().toMillis())
                .build();
    }

    private static OAuth2TokenValidator<Jwt> validator(AccessProperties properties, Clock clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(CLOCKS_DIFFER);
        time.setAllowEmptyExpiryClaim(false);
        time.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(properties.issuer().toString()),
                TokenDecoding.<List<String>>claim(
                        JwtClaimNames.AUD, aud -> aud.contains(properties.audience())),
                TokenDecoding.<String>claim(JwtClaimNames.SUB, subject -> !subject.isBlank()),
                TokenDecoding.<Object>claim(BODY, TokenDecoding::isBody));
    }

    private static <T> OAuth2TokenValidator<Jwt> claim(String name, Predicate<T> holds) {
        return new JwtClaimValidator<@Nullable T>(
                name, value -> value != null && holds.test(value));
    }

    private static boolean isBody(Object claim) {
        return claim instanceof String code && SlugValidator.isSlug(code);
    }
}
