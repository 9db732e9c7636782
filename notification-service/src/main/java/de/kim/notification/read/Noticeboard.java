package de.kim.notification.read;

import de.kim.notification.write.TellStaff;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What offices should know and was not sorted by body yet; it commits with its cause. */
@Component
public class Noticeboard {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Noticeboard(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param cause an event or a message; what it led to once is not put up again
     */
    public void put(List<TellStaff> news, UUID cause) {
        news.forEach(one -> put(one, cause));
    }

    private void put(TellStaff one, UUID cause) {
        jdbc.sql(
                        """
                        insert into staff_news (news_id, kind, audience, referral_id, course_id,
                            clock, due, heard_at, look_at)
                        values (:id, :kind, :audience, cast(:referral as uuid),
                            cast(:course as uuid), :clock, cast(:due as date), :now, :now)
                        on conflict (news_id) do nothing
                        """)
                .param("id", one.because(cause))
                .param("kind", one.news().name())
                .param("audience", one.audience().name())
                .param("referral", one.referralId())
                .param("course", one.courseId())
                .param("clock", one.clock() == null ? null : one.clock().name())
                .param("due", one.due())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
