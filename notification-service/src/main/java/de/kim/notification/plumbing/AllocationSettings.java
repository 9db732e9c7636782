package de.kim.notification.plumbing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people's answers go.
 *
 * @param base the URL of allocation-service, without a slash at the end
 */
@ConfigurationProperties("kim.allocation")
public record AllocationSettings(String base) {}
