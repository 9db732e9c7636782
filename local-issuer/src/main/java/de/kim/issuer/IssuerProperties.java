package de.kim.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings.
 *
 * @param issuer the name in every token, and the address that everybody reaches it at
 * @param realm the file of users and clients
 * @param key the file of the signing key; made when missing
 * @param tokenValidFor how long an access token is valid
 */
@ConfigurationProperties("kim.issuer")
public record IssuerProperties(
        URI issuer, Path realm, Path key, @DefaultValue("15m") Duration tokenValidFor) {}
