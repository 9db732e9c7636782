package de.kim.notification.read;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How SMS go out (docs/sms-gateway.md).
 *
 * @param url of the gateway, without a slash at the end; blank: nobody is told by SMS
 * @param secret that the gateway and this service sign with; 32 characters or more
 * @param mostParts an SMS may have; the gateway is paid by part
 * @param replayWindow how old a report may be, and how far ahead the gateway's clock may go
 */
@ConfigurationProperties("kim.sms")
public record SmsSettings(String url, String secret, int mostParts, Duration replayWindow) {
    private static final int SHORTEST_SECRET = 32;

    public SmsSettings {
        if (!url.isBlank() && secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("KIM_SMS_SECRET needs 32 characters or more");
        }
    }

    public boolean isOpen() {
        return !url.isBlank();
    }

    /** Keeps the secret to itself. */
    @Override
    public String toString() {
        return url;
    }
}
