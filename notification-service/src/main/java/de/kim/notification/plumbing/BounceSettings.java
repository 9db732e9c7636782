package de.kim.notification.plumbing;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where what mail servers send back is found.
 *
 * @param maildir the mailbox of the envelope sender, as a Maildir; blank: nobody looks
 * @param round how often it is looked at
 */
@ConfigurationProperties("kim.bounces")
public record BounceSettings(String maildir, Duration round) {
    /** Where a Maildir has what nobody has seen yet. */
    @Nullable Path unseen() {
        return maildir.isBlank() ? null : Path.of(maildir).resolve("new");
    }

    /** Where a Maildir has what was seen. */
    Path seen() {
        return Path.of(maildir).resolve("cur");
    }
}
