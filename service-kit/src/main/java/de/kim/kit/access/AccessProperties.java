package de.kim.kit.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken.
 *
 * @param issuer the OpenID provider; all that is known of it beforehand
 * @param audience must be among those a token is meant for
 * @param algorithm the one that tokens are signed with, {@code RS256} or {@code ES256}; a token
 *     cannot choose another
 * @param keysFor how long the issuer's keys are taken as they are; an unknown one is asked for
 *     before
 * @param outage how much longer they are taken while the issuer does not answer
 */
@ConfigurationProperties("kim.access")
public record AccessProperties(
        URI issuer,
        @DefaultValue("kim") String audience,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("5m") Duration keysFor,
        @DefaultValue("1h") Duration outage) {}
