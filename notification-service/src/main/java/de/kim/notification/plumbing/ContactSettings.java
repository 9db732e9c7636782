package de.kim.notification.plumbing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where contact data is read.
 *
 * @param base the URL of referral-service, without a slash at the end
 */
@ConfigurationProperties("kim.contacts")
public record ContactSettings(String base) {}
