package de.kim.notification.read;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How offices are told.
 *
 * @param round how often it is looked for news
 * @param digestAt when the mail of the day is planned, in Osnabrück
 * @param referralUrl where referrers reach referral-service, without a slash at the end
 * @param allocationUrl where staff reach allocation-service, without a slash at the end
 */
@ConfigurationProperties("kim.staff")
public record StaffSettings(
        Duration round, LocalTime digestAt, String referralUrl, String allocationUrl) {

    /** The next mail of the day after this moment; a day has one, also when clocks change. */
    public Instant nextDigest(Instant now) {
        ZonedDateTime local = now.atZone(Texts.ZONE);
        ZonedDateTime today = local.toLocalDate().atTime(digestAt).atZone(Texts.ZONE);
        return today.isAfter(local)
                ? today.toInstant()
                : local.toLocalDate().plusDays(1).atTime(digestAt).atZone(Texts.ZONE).toInstant();
    }
}
