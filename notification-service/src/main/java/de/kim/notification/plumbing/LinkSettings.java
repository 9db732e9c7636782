package de.kim.notification.plumbing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The links in mails.
 *
 * @param base where people reach this service, without a slash at the end
 * @param valid how long a link works after its mail was handed over
 */
@ConfigurationProperties("kim.link")
public record LinkSettings(String base, Duration valid) {}
