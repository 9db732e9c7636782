package de.kim.notification.read;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The links in mails and the pages behind them.
 *
 * @param base where people reach this service, without a slash at the end
 * @param valid how long a link works after its mail was handed over
 * @param session how long a page stays open after the right birth date
 * @param tries after how many wrong birth dates a person's links are locked; at least 2
 * @param lock for how long at first, each further time four times as long
 * @param longestLock but not longer than this
 */
@ConfigurationProperties("kim.link")
public record LinkSettings(
        String base,
        Duration valid,
        Duration session,
        int tries,
        Duration lock,
        Duration longestLock) {}
