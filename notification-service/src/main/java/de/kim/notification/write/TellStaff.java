package de.kim.notification.write;

import de.kim.events.ClockKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tell offices that there is news.
 *
 * @param referralId whom it is about, where it is about one person
 * @param courseId which course it is about; for a provider never null
 * @param clock which period, where it is about one
 * @param due the last day of that period
 */
public record TellStaff(
        StaffNews news,
        Audience audience,
        @Nullable UUID referralId,
        @Nullable UUID courseId,
        @Nullable ClockKind clock,
        @Nullable LocalDate due) {

    /** About a person, to whom referred them. */
    public static TellStaff referrer(StaffNews news, UUID referralId) {
        return new TellStaff(news, Audience.REFERRER, referralId, null, null, null);
    }

    /** About a place in a course, to whose course it is. */
    public static TellStaff provider(StaffNews news, UUID referralId, UUID courseId) {
        return new TellStaff(news, Audience.PROVIDER, referralId, courseId, null, null);
    }

    /** The same cause, told again, is the same news. */
    public UUID because(UUID cause) {
        byte[] name = (cause + "/" + news + "/" + audience).getBytes(StandardCharsets.US_ASCII);
        return UUID.nameUUIDFromBytes(name);
    }
}
