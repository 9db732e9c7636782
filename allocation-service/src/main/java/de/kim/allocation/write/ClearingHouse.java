package de.kim.allocation.write;

import de.kim.events.CourseReason;
import de.kim.events.RoundKind;
import de.kim.kit.refusal.Refused;
import de.kim.kit.work.Outcome;
import de.kim.kit.work.RootUnitOfWork;
import de.kim.rules.InvalidRound;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds clearing rounds. What was decided is stored with its verdict in one unit of work, then each
 * place is offered in one of its own: a round that was interrupted is finished from what it stored,
 * under the same offer ids, so that nothing is offered twice. The caller sees to it that only one
 * round runs at a time.
 */
public class ClearingHouse {
    private static final Logger LOG = LoggerFactory.getLogger(ClearingHouse.class);

    /** Decisions kept in one unit of work. */
    private static final int BATCH = 100;

    private final Situations situations;
    private final Overrides overrides;
    private final Referee referee;
    private final RoundInputs inputs;
    private final RootUnitOfWork root;
    private final EventStore store;
    private final Clock clock;
    private final Runnable alarm;

    /**
     * @param alarm raised when a round does not pass
     */
    public ClearingHouse(
            Situations situations,
            Overrides overrides,
            Referee referee,
            RoundInputs inputs,
            RootUnitOfWork root,
            EventStore store,
            Clock clock,
            Runnable alarm) {
        this.situations = situations;
        this.overrides = overrides;
        this.referee = referee;
        this.inputs = inputs;
        this.root = root;
        this.store = store;
        this.clock = clock;
        this.alarm = alarm;
    }

    /**
     * Holds a round over all who wait.
     *
     * @throws Refused with RULEBOOK_MISSING or ROUND_INPUT_INVALID; nothing is stored then
     */
    public RoundHeld hold(RoundKind kind, Map<String, String> metadata) {
        Instant now = clock.instant();
        UUID roundId = UUID.randomUUID();
        RoundSituation situation = situation(now);
        Hardships hardships =
                Hardships.of(situation.input().salted(Salts::fresh), overrides.approved());
        DecidedRound decided = decide(hardships);
        OpenRound open = decided.open(roundId, kind, situation.lastSeen(), now);
        root.callRetrying(metadata, () -> open(open, decided));
        hardships.waiting().forEach((id, code) -> overrides.waits(id, code.name()));
        int waiting = situation.input().people().size();
        if (!decided.passed()) {
            LOG.error("Round {} did not pass and makes no offer: {}", roundId, decided.verdicts());
            alarm.run();
            return new RoundHeld(roundId, waiting, 0, false);
        }
        tellToWait(roundId, decided, situation, metadata);
        int offered = 0;
        for (Match match : open.matches()) {
            offered += offer(roundId, match, decided.reasons(match.referralId()), metadata);
        }
        close(roundId, offered, metadata);
        LOG.info("Round {} ({}): {} waited, {} offered", roundId, kind, waiting, offered);
        return new RoundHeld(roundId, waiting, offered, true);
    }

    /** With what it rests on, or not at all: else the round could not be decided again. */
    private Outcome open(OpenRound open, DecidedRound decided) {
        Outcome opened = root.attempt(open);
        inputs.keep(open.roundId(), decided.input(), decided.outcome());
        return opened;
    }

    /** Finishes a round that was interrupted after its verdict. */
    public void finish(UUID roundId) {
        int offered = 0;
        for (Match match : matchesOf(roundId)) {
            CourseReason reason =
                    new CourseReason(
                            match.courseId(), List.of(), match.rank(), match.lastAdmittedRank());
            offered += offer(roundId, match, List.of(reason), Map.of());
        }
        close(roundId, offered, Map.of());
        LOG.warn("Round {} was interrupted and is finished now: {} offered", roundId, offered);
    }

    private RoundSituation situation(Instant now) {
        try {
            return situations.at(now, clock.getZone());
        } catch (InvalidRound e) {
            throw invalid(e);
        }
    }

    private DecidedRound decide(Hardships hardships) {
        try {
            return DecidedRound.of(hardships, referee);
        } catch (InvalidRound e) {
            throw invalid(e);
        }
    }

    private Refused invalid(InvalidRound e) {
        LOG.error("No round can be held: {}", e.getMessage());
        alarm.run();
        return new Refused(AllocationRefusal.ROUND_INPUT_INVALID);
    }

    /**
     * Only people whose outcome changed are told; for the rest reasons are recomputed on demand.
     */
    private void tellToWait(
            UUID roundId,
            DecidedRound decided,
            RoundSituation situation,
            Map<String, String> metadata) {
        List<RecordDecision> news = new ArrayList<>();
        for (UUID referralId : decided.unmatched()) {
            if (!situation.toldToWait().contains(referralId)) {
                news.add(new RecordDecision(referralId, roundId, decided.reasons(referralId)));
            }
        }
        for (int from = 0; from < news.size(); from += BATCH) {
            List<RecordDecision> batch = news.subList(from, Math.min(news.size(), from + BATCH));
            root.callRetrying(metadata, () -> batch.stream().map(root::attempt).toList());
        }
    }

    /** 1 when the place is held now, 0 when the world has moved on: the next round sees to it. */
    private int offer(
            UUID roundId, Match match, List<CourseReason> reasons, Map<String, String> metadata) {
        Instant now = clock.instant();
        if (!now.isBefore(match.unreachedAfter())) {
            // taken up again after days: an offer that ends at once would only count against them
            return 0;
        }
        OfferPlace command = new OfferPlace(roundId, match, reasons, now);
        Outcome outcome = root.callRetrying(metadata, () -> root.attempt(command));
        return switch (outcome) {
            case Outcome.Done done -> 1;
            case Outcome.NotDone notDone -> {
                LOG.info("Round {}: a place is not offered, {}", roundId, notDone.refusal());
                yield 0;
            }
        };
    }

    private void close(UUID roundId, int offered, Map<String, String> metadata) {
        root.callRetrying(metadata, () -> root.attempt(new CloseRound(roundId, offered)));
    }

    private List<Match> matchesOf(UUID roundId) {
        return store.readEvents(roundId.toString())
                .asStream()
                .map(event -> event.getPayload())
                .filter(ClearingRoundHistory.Verified.class::isInstance)
                .map(ClearingRoundHistory.Verified.class::cast)
                .flatMap(verified -> verified.matches().stream())
                .toList();
    }
}
