package de.kim.referral.plumbing;

import de.kim.kit.work.RootUnitOfWork;
import de.kim.referral.write.FreeSeat;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives seats to others whose people need no test any more: the referral was closed, or has its
 * result. However it was closed, so that none of the ways to it has to know of seats.
 */
@Component
class SeatsOfTheClosed {
    private static final int AT_ONCE = 200;
    private static final String UNNEEDED =
            """
            select s.test_date_id, s.referral_id from test_seat s
            join test_date d using (test_date_id)
            join referral_view r using (referral_id)
            where s.state = 'BOOKED' and d.begins > ? and not d.cancelled
                and (r.state <> 'REQUESTED' or r.test_date_id is distinct from s.test_date_id)
            limit ?
            """;

    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final Clock clock;

    SeatsOfTheClosed(JdbcClient jdbc, RootUnitOfWork root, Clock clock) {
        this.jdbc = jdbc;
        this.root = root;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${kim.test-dates.free-every}",
            fixedDelayString = "${kim.test-dates.free-every}")
    void giveToOthers() {
        jdbc.sql(UNNEEDED)
                .params(LocalDateTime.now(clock), AT_ONCE)
                .query(
                        (row, i) ->
                                new FreeSeat(
                                        row.getObject("test_date_id", UUID.class),
                                        row.getObject("referral_id", UUID.class),
                                        null))
                .list()
                .forEach(seat -> root.callRetrying(() -> root.attempt(seat)));
    }
}
