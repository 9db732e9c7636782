package de.kim.notification.write;

import de.kim.notification.read.LinkSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how often a birth date can be guessed. A try is counted before its date is looked at, so
 * that a thousand at the same time are no more than one after the other.
 */
@Component
class BirthDateTries {
    private static final String TAKE =
            """
            insert into birth_date_tries as t (referral_id, tries) values (:referral, 1)
            on conflict (referral_id) do update set tries = t.tries + 1,
                locked_until = case when (t.tries + 1) % :max = 0
                    then cast(:now as timestamptz) + make_interval(secs => least(
                        cast(:longest as double precision),
                        cast(:lock as double precision)
                            * power(4, least(20, (t.tries + 1) / :max - 1))))
                    end
            where t.locked_until is null or t.locked_until <= :now
            returning tries
            """;

    private final JdbcClient jdbc;
    private final LinkSettings settings;
    private final Clock clock;

    BirthDateTries(JdbcClient jdbc, LinkSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The number of this try since the last right date; empty while locked. */
    Optional<Integer> take(UUID referralId) {
        return jdbc.sql(TAKE)
                .param("referral", referralId)
                .param("max", settings.tries())
                .param("now", sql(clock.instant()))
                .param("longest", settings.longestLock().toSeconds())
                .param("lock", settings.lock().toSeconds())
                .query(Integer.class)
                .optional();
    }

    /** How many are left after a wrong one; none: it is locked now. */
    int left(int taken) {
        return (settings.tries() - taken % settings.tries()) % settings.tries();
    }

    /** The date could not be looked at. */
    void giveBack(UUID referralId, int taken) {
        jdbc.sql(
                        """
                        update birth_date_tries set tries = greatest(tries - 1, 0),
                            locked_until = case when ? % ? = 0 then null else locked_until end
                        where referral_id = ?
                        """)
                .params(taken, settings.tries(), referralId)
                .update();
    }

    /** The date was right. */
    void forget(UUID referralId) {
        jdbc.sql("delete from birth_date_tries where referral_id = ?").param(referralId).update();
    }

    /** Until when the person's links are locked. */
    Instant lockedUntil(UUID referralId) {
        return jdbc.sql("select locked_until from birth_date_tries where referral_id = ?")
                .param(referralId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                // somebody else was right meanwhile
                .orElseGet(clock::instant);
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
