package de.kim.allocation.plumbing;

import de.kim.allocation.write.BreachClock;
import de.kim.allocation.write.ExpireOffer;
import de.kim.allocation.write.WarnOfClock;
import de.kim.events.ClockKind;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what is due: deadlines are stored facts, so a restart forgets none. */
public class Deadlines {
    private static final int AT_ONCE = 200;

    /** Warned so many days before the six weeks are over. */
    private static final int WARN_DAYS = 7;

    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final Clock clock;

    public Deadlines(JdbcClient jdbc, RootUnitOfWork root, Clock clock) {
        this.jdbc = jdbc;
        this.root = root;
        this.clock = clock;
    }

    /** Ends offers whose time is over; returns how many were due. */
    public int expireOffers() {
        Instant now = clock.instant();
        List<ExpireOffer> due =
                jdbc.sql(
                                """
                                select referral_id, offer_id from offer
                                where state = 'OPEN' and ends_at <= ? order by ends_at limit ?
                                """)
                        .params(now.atOffset(ZoneOffset.UTC), AT_ONCE)
                        .query(
                                (row, i) ->
                                        new ExpireOffer(
                                                row.getObject(1, UUID.class),
                                                row.getObject(2, UUID.class),
                                                now))
                        .list();
        due.forEach(this::send);
        return due.size();
    }

    /** Six weeks from registration to start (§ 7 IntV): warned before, breached after. */
    public int watchSixWeeks() {
        LocalDate today = LocalDate.now(clock);
        List<Object> commands = new ArrayList<>();
        jdbc.sql(
                        """
                        select q.referral_id, q.due, q.due < ? as over
                        from (select p.referral_id, r.registered_on
                                  + (select (rulebook ->> 'registrationToStartDays')::int
                                     from rulebook where effective_from <= ?
                                     order by version desc limit 1) as due
                              from placement p join heard_referral r using (referral_id)
                              where not p.begun and not p.gone) q
                        left join clock_shown c on c.referral_id = q.referral_id
                            and c.clock = 'SIX_WEEKS' and c.due = q.due
                        where (q.due < ? and not coalesce(c.breached, false))
                            or (q.due >= ? and q.due <= ? and not coalesce(c.warned, false))
                        limit ?
                        """)
                .params(
                        today,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        today,
                        today,
                        today.plusDays(WARN_DAYS),
                        AT_ONCE)
                .query(
                        row -> {
                            UUID referralId = row.getObject(1, UUID.class);
                            LocalDate due = row.getObject(2, LocalDate.class);
                            commands.add(
                                    row.getBoolean(3)
                                            ? new BreachClock(referralId, ClockKind.SIX_WEEKS, due)
                                            : new WarnOfClock(
                                                    referralId, ClockKind.SIX_WEEKS, due));
                        });
        commands.forEach(this::send);
        return commands.size();
    }

    private void send(Object command) {
        root.callRetrying(() -> root.attempt(command));
    }
}
