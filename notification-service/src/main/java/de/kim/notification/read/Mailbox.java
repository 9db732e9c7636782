package de.kim.notification.read;

import de.kim.notification.write.Pace;
import de.kim.notification.write.StaffNews;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a body is told.
 *
 * @param address null: it is told nothing
 * @param news how each kind comes, those that it did not choose itself too
 * @param nextDigest when the next mail of the day is planned
 * @param failed mails that were not taken; they go out when the mailbox is set anew
 */
public record Mailbox(
        @Nullable String address,
        Tongue language,
        Map<StaffNews, Pace> news,
        @Nullable Instant nextDigest,
        int failed) {

    /** The languages in which offices are told. */
    public enum Tongue {
        DE,
        EN;

        Language language() {
            return Language.valueOf(name());
        }

        /** What a kind of news is called. */
        public String say(StaffNews news) {
            return this == DE ? news.german() : news.english();
        }
    }
}
