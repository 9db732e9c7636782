package de.kim.notification.read;

import de.kim.events.ClockKind;
import de.kim.notification.write.Audience;
import de.kim.notification.write.StaffNews;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece of news in a mail to an office. */
public record StaffItem(
        StaffNews news,
        Audience audience,
        @Nullable UUID referralId,
        @Nullable UUID courseId,
        @Nullable ClockKind clock,
        @Nullable LocalDate due) {

    /** Reads it off a row of table {@code staff_news}. */
    public static StaffItem of(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        return new StaffItem(
                StaffNews.valueOf(row.getString("kind")),
                Audience.valueOf(row.getString("audience")),
                row.getObject("referral_id", UUID.class),
                row.getObject("course_id", UUID.class),
                clock == null ? null : ClockKind.valueOf(clock),
                row.getObject("due", LocalDate.class));
    }
}
