package de.kim.notification.plumbing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * As whom this service signs in to call another one.
 *
 * @param id the client's name at the OpenID provider
 */
@ConfigurationProperties("kim.client")
record ClientSettings(String id, String secret) {
    /** Keeps the secret to itself. */
    @Override
    public String toString() {
        return id;
    }
}
