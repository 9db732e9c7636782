package de.kim.referral.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.kit.refusal.Refused;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One date for placement tests: never more people than seats. */
@Aggregate
@SuppressWarnings("NullAway.Init") // Axon creates it empty and evolves it
public class TestDate {
    private static final int YEARS_AHEAD = 1;

    @AggregateIdentifier private UUID testDateId;
    private String host;
    private LocalDateTime begins;
    private int seats;
    private boolean cancelled;

    /** Who sits here, and for which body. */
    private final Map<UUID, String> taken = new HashMap<>();

    private final Set<UUID> missed = new HashSet<>();
    private final Set<UUID> tested = new HashSet<>();

    protected TestDate() {}

    @CommandHandler
    public TestDate(OpenTestDate command, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (!command.begins().isAfter(now)
                || command.begins().isAfter(now.plusYears(YEARS_AHEAD))) {
            throw new Refused(ReferralRefusal.TEST_DATE_OUT_OF_RANGE);
        }
        apply(
                new TestDateHistory.Opened(
                        command.testDateId(),
                        command.host(),
                        command.begins(),
                        command.municipality(),
                        command.accessible(),
                        command.seats()));
    }

    @CommandHandler
    TestDay decide(TakeSeat command, Clock clock) {
        mustBeAhead(clock);
        if (!command.by().equals(taken.get(command.referralId()))) {
            if (taken.size() == seats) {
                throw new Refused(ReferralRefusal.TEST_DATE_FULL);
            }
            apply(new TestDateHistory.SeatTaken(testDateId, command.referralId(), command.by()));
        }
        return day();
    }

    /** That a test was cancelled freed all seats already. */
    @CommandHandler
    void decide(FreeSeat command, Clock clock) {
        String body = taken.get(command.referralId());
        if (body == null || command.by() != null && !command.by().equals(body)) {
            return;
        }
        mustBeAhead(clock);
        apply(new TestDateHistory.SeatFreed(testDateId, command.referralId()));
    }

    @CommandHandler
    void decide(RecordMiss command, Clock clock) {
        mustHaveBegunAt(command.by(), clock);
        mustSit(command.referralId());
        if (tested.contains(command.referralId())) {
            throw new Refused(ReferralRefusal.TEST_ALREADY_RECORDED);
        }
        if (!missed.contains(command.referralId())) {
            apply(new TestDateHistory.SeatMissed(testDateId, command.referralId()));
        }
    }

    /** A result can be corrected: the referral says whether anything changed. */
    @CommandHandler
    TestDay decide(GiveResult command, Clock clock) {
        mustHaveBegunAt(command.by(), clock);
        mustSit(command.referralId());
        if (!tested.contains(command.referralId())) {
            apply(new TestDateHistory.ResultGiven(testDateId, command.referralId()));
        }
        return day();
    }

    @CommandHandler
    List<UUID> decide(CancelTestDate command, Clock clock) {
        mustBeOf(command.by());
        if (cancelled) {
            return List.of();
        }
        mustBeAhead(clock);
        List<UUID> freed = taken.keySet().stream().sorted().toList();
        apply(new TestDateHistory.Cancelled(testDateId, freed));
        return freed;
    }

    TestDateState state(Clock clock) {
        if (cancelled) {
            return TestDateState.CANCELLED;
        }
        if (!begins.isAfter(LocalDateTime.now(clock))) {
            return TestDateState.BEGUN;
        }
        return taken.size() < seats ? TestDateState.OPEN : TestDateState.FULL;
    }

    private TestDay day() {
        return new TestDay(host, begins.toLocalDate());
    }

    /** Who is no host of it does not get to know who sits there. */
    private void mustBeOf(String body) {
        if (!host.equals(body)) {
            throw new Refused(ReferralRefusal.TEST_DATE_NOT_FOUND);
        }
    }

    private void mustSit(UUID referralId) {
        if (!taken.containsKey(referralId)) {
            throw new Refused(ReferralRefusal.TEST_NOT_BOOKED);
        }
    }

    private void mustBeAhead(Clock clock) {
        switch (state(clock)) {
            case OPEN, FULL -> {}
            case BEGUN -> throw new Refused(ReferralRefusal.TEST_DATE_BEGUN);
            case CANCELLED -> throw new Refused(ReferralRefusal.TEST_DATE_CANCELLED);
        }
    }

    private void mustHaveBegunAt(String body, Clock clock) {
        mustBeOf(body);
        switch (state(clock)) {
            case BEGUN -> {}
            case OPEN, FULL -> throw new Refused(ReferralRefusal.TEST_DATE_AHEAD);
            case CANCELLED -> throw new Refused(ReferralRefusal.TEST_DATE_CANCELLED);
        }
    }

    @EventSourcingHandler
    void evolve(TestDateHistory event) {
        switch (event) {
            case TestDateHistory.Opened it -> {
                testDateId = it.testDateId();
                host = it.host();
                begins = it.begins();
                seats = it.seats();
            }
            case TestDateHistory.SeatTaken it -> taken.put(it.referralId(), it.body());
            case TestDateHistory.SeatFreed it -> taken.remove(it.referralId());
            case TestDateHistory.SeatMissed it -> missed.add(it.referralId());
            case TestDateHistory.ResultGiven it -> {
                missed.remove(it.referralId());
                tested.add(it.referralId());
            }
            case TestDateHistory.Cancelled it -> {
                cancelled = true;
                taken.clear();
            }
        }
    }
}
