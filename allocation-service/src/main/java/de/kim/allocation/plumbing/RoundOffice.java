package de.kim.allocation.plumbing;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.ClearingHouse;
import de.kim.allocation.write.RoundHeld;
import de.kim.allocation.write.Rounds;
import de.kim.events.RoundKind;
import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When rounds are held: on command, by the calendar, and when a place became free. */
public class RoundOffice implements Rounds {
    private final ClearingHouse house;
    private final OneRoundAtATime one;
    private final LotteryBox lottery;
    private final JdbcClient jdbc;
    private final Clock clock;

    public RoundOffice(
            ClearingHouse house,
            OneRoundAtATime one,
            LotteryBox lottery,
            JdbcClient jdbc,
            Clock clock) {
        this.house = house;
        this.one = one;
        this.lottery = lottery;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public RoundHeld holdNow(RoundKind kind, Map<String, String> metadata) {
        return one.runAfter(() -> hold(kind, metadata))
                .orElseThrow(() -> new Refused(AllocationRefusal.ROUND_RUNNING));
    }

    /** Offers on what became free since the last round; nothing to do is the usual case. */
    public Optional<RoundHeld> refill() {
        if (newestWish().isEmpty()) {
            return Optional.empty();
        }
        return one.tryRun(this::refillUnlessDone).flatMap(held -> held);
    }

    /** Finishes rounds that an instance left open when it died. */
    public void finishInterrupted() {
        if (!openRounds().isEmpty()) {
            one.tryRun(
                    () -> {
                        openRounds().forEach(house::finish);
                        return true;
                    });
        }
    }

    private Optional<RoundHeld> refillUnlessDone() {
        Optional<Long> newest = newestWish();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Optional<RoundHeld> held = holdUnlessRefused();
        // only now: after a crash the places are still offered on
        jdbc.sql("delete from refill_wanted where id <= ?").param(newest.get()).update();
        return held;
    }

    private Optional<RoundHeld> holdUnlessRefused() {
        try {
            return Optional.of(hold(RoundKind.REFILL, Map.of()));
        } catch (Refused e) {
            // said and alarmed there; trying again every moment would change nothing
            return Optional.empty();
        }
    }

    private RoundHeld hold(RoundKind kind, Map<String, String> metadata) {
        openRounds().forEach(house::finish);
        lottery.drawMissing(LocalDate.now(clock));
        return house.hold(kind, metadata);
    }

    private Optional<Long> newestWish() {
        return jdbc.sql("select id from refill_wanted order by id desc limit 1")
                .query(Long.class)
                .optional();
    }

    private List<UUID> openRounds() {
        return jdbc.sql("select round_id from clearing_round where closed_at is null")
                .query(UUID.class)
                .list();
    }
}
