package de.kim.allocation.plumbing;

import de.kim.allocation.read.ClocksRunning;
import de.kim.allocation.read.ClocksRunning.Horizon;
import de.kim.allocation.read.PlacesToConfirm;
import de.kim.allocation.read.WaysOut;
import de.kim.allocation.write.BreachClock;
import de.kim.allocation.write.ExpireOffer;
import de.kim.allocation.write.WarnOfClock;
import de.kim.allocation.write.WatchPlaces;
import de.kim.allocation.write.WorkingDays;
import de.kim.events.ClockKind;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what is due: deadlines are stored facts, so a restart forgets none. */
public class Deadlines {
    private static final int AT_ONCE = 200;

    /** Warned so many days before the six weeks are over. */
    private static final int WARN_DAYS = 7;

    /** A course that begins before an entitlement lapses has to be found first: eight weeks. */
    private static final int WARN_DAYS_OF_LAPSE = 56;

    /** The last working day before an offer ends is warned of from noon. */
    private static final int NOON = 12;

    private final JdbcClient jdbc;
    private final RootUnitOfWork root;
    private final ClocksRunning clocks;
    private final WaysOut waysOut;
    private final PlacesToConfirm places;
    private final Clock clock;
    private final int askAfterDays;

    /**
     * @param askAfterDays days after which somebody who waits is asked whether they still do
     */
    public Deadlines(
            JdbcClient jdbc,
            RootUnitOfWork root,
            ClocksRunning clocks,
            WaysOut waysOut,
            PlacesToConfirm places,
            Clock clock,
            int askAfterDays) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.waysOut = waysOut;
        this.places = places;
        this.root = root;
        this.clock = clock;
        this.askAfterDays = askAfterDays;
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

    /** Every other clock: warned of before, breached after; returns how many were due. */
    public int watchClocks() {
        ZonedDateTime now = clock.instant().atZone(WorkingDays.ZONE);
        LocalDate today = now.toLocalDate();
        boolean afternoon = now.getHour() >= NOON;
        List<ClocksRunning.Due> due =
                clocks.due(
                        new Horizon(
                                today.plusDays(WARN_DAYS),
                                today.plusDays(WARN_DAYS_OF_LAPSE),
                                afternoon ? WorkingDays.next(today) : today),
                        now.minusHours(NOON).toInstant(),
                        AT_ONCE);
        if (!due.isEmpty()) {
            Map<ClocksRunning.Due, UUID> others = waysOut.of(due);
            due.forEach(clock -> send(command(clock, others.get(clock))));
        }
        return due.size();
    }

    /**
     * Who waits long is asked whether a place is still wanted, has time to answer, is told what
     * follows, and only then is left out; each step begins when the one before was taken.
     */
    public int watchInterest() {
        LocalDate today = LocalDate.now(clock);
        List<UUID> ask = clocks.toAsk(today.minusDays(askAfterDays), AT_ONCE);
        LocalDate answerBy = today.plusDays(ClocksRunning.ANSWER_DAYS);
        ask.forEach(id -> send(warn(id, ClockKind.INTEREST, answerBy)));
        List<UUID> warn = clocks.toWarn(AT_ONCE);
        LocalDate lapses = today.plusDays(ClocksRunning.LAST_CALL_DAYS);
        warn.forEach(id -> send(warn(id, ClockKind.INTEREST_LAPSE, lapses)));
        return ask.size() + warn.size();
    }

    /** Free places that have to be confirmed; returns how many courses were due. */
    public int watchPlaces() {
        List<WatchPlaces> due = places.due(AT_ONCE);
        due.forEach(this::send);
        return due.size();
    }

    private static WarnOfClock warn(UUID referralId, ClockKind clock, LocalDate due) {
        return new WarnOfClock(referralId, clock, due, null, null);
    }

    private static Object command(ClocksRunning.Due due, @Nullable UUID other) {
        return due.over()
                ? new BreachClock(due.referralId(), due.clock(), due.due(), due.offerId(), other)
                : new WarnOfClock(due.referralId(), due.clock(), due.due(), due.offerId(), other);
    }

    private void send(Object command) {
        root.callRetrying(() -> root.attempt(command));
    }
}
