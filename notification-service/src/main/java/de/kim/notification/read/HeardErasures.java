package de.kim.notification.read;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose data was erased: letters to them must not lie in the outgoing post any more. */
@Component
public class HeardErasures {
    private final JdbcClient jdbc;
    private final Clock clock;

    public HeardErasures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was planned until now is meant: the clock that counts is that of the messages. */
    public void forgotten(UUID referralId) {
        jdbc.sql(
                        """
                        insert into forgotten_person (referral_id, forgotten_at) values (?, ?)
                        on conflict (referral_id) do update
                            set forgotten_at = excluded.forgotten_at
                        """)
                .params(referralId, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
