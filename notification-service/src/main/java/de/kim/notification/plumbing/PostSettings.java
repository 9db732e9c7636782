package de.kim.notification.plumbing;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters go out.
 *
 * @param folder where they lie until the print service takes them; blank: nobody is written to
 * @param sender in one line above the address, as the post returns letters
 * @param phone where people are answered; blank: nowhere
 * @param round how often it is looked for letters that reached their person, and for those that
 *     must not lie there any more
 */
@ConfigurationProperties("kim.post")
public record PostSettings(String folder, String sender, String phone, Duration round) {
    @Nullable Path place() {
        return folder.isBlank() ? null : Path.of(folder);
    }
}
