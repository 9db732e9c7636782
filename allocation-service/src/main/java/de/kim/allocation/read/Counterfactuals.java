package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.events.Rulebook;
import de.kim.kit.refusal.Refused;
import de.kim.rules.InvalidRound;
import de.kim.rules.KeptInput;
import de.kim.rules.RoundInput;
import de.kim.rules.counterfactual.Counterfactual;
import de.kim.rules.counterfactual.RoundEffect;
import de.kim.rules.counterfactual.Summary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rounds that were held, held again under other rules, on a thread of their own: one after the
 * other and from nothing but their kept inputs. Nothing is sent or stored; results are in memory,
 * and gone with the process. An input that is erased in the meantime is not read any more, and a
 * result names people by pseudonym.
 */
@Component
class Counterfactuals implements DisposableBean {
    private static final int MOST_ROUNDS = 1000;
    private static final int MOST_KEPT = 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** How far one is. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        /** It took too long: what there is holds for the rounds that were held. */
        OUT_OF_TIME,
        FAILED
    }

    private final JdbcClient jdbc;
    private final KeptRoundInputs inputs;
    private final Clock clock;
    private final Map<UUID, Trial> trials = new LinkedHashMap<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform()
                            .name("counterfactual")
                            .daemon()
                            .priority(Thread.MIN_PRIORITY)
                            .factory());

    Counterfactuals(JdbcClient jdbc, KeptRoundInputs inputs, Clock clock) {
        this.jdbc = jdbc;
        this.inputs = inputs;
        this.clock = clock;
    }

    /**
     * One of them as it stands.
     *
     * @param rulebook the version of the other rules; 0: they were only proposed
     * @param rounds how many there are to hold, the newest ones
     * @param held how many were held
     * @param leftOut how many could not be: their input was erased meanwhile, or cannot be decided
     * @param summary of those that were held
     * @param effects round by round, the newest first; null before the end
     */
    record Progress(
            UUID counterfactualId,
            State state,
            int rulebook,
            Instant askedAt,
            int rounds,
            int held,
            int leftOut,
            Summary summary,
            @Nullable List<RoundEffect> effects) {}

    private static final class Trial {
        private final UUID id = UUID.randomUUID();
        private final String body;
        private final Rulebook rules;
        private final Instant askedAt;
        private final Counterfactual counterfactual;
        private final List<RoundEffect> effects = new ArrayList<>();
        private State state = State.WAITING;
        private int rounds;
        private int leftOut;

        Trial(String body, Rulebook rules, Instant askedAt) {
            this.body = body;
            this.rules = rules;
            this.askedAt = askedAt;
            this.counterfactual = new Counterfactual(rules);
        }

        synchronized boolean isLive() {
            return state == State.WAITING || state == State.RUNNING;
        }

        synchronized void is(State next) {
            if (isLive()) {
                state = next;
            }
        }

        synchronized void found(int number) {
            rounds = number;
        }

        synchronized void leftOut() {
            leftOut++;
        }

        /** Small steps under the lock: whoever looks waits for one round at the most. */
        synchronized void hold(UUID roundId, RoundInput input) {
            effects.add(counterfactual.hold(roundId, input));
        }

        synchronized Progress progress() {
            return new Progress(
                    id,
                    state,
                    rules.version(),
                    askedAt,
                    rounds,
                    effects.size(),
                    leftOut,
                    counterfactual.summary(),
                    isLive() ? null : List.copyOf(effects));
        }
    }

    /**
     * Begins one.
     *
     * @param body who asks; each has one at a time
     * @throws Refused COUNTERFACTUAL_RUNNING
     */
    Progress begin(String body, Rulebook rules) {
        Trial trial = new Trial(body, rules, clock.instant());
        synchronized (trials) {
            if (trials.values().stream()
                    .anyMatch(other -> other.body.equals(body) && other.isLive())) {
                throw new Refused(AllocationRefusal.COUNTERFACTUAL_RUNNING);
            }
            trials.values().stream()
                    .filter(old -> !old.isLive())
                    .map(old -> old.id)
                    .limit(Math.max(0, trials.size() - MOST_KEPT + 1L))
                    .toList()
                    .forEach(trials::remove);
            trials.put(trial.id, trial);
        }
        thread.execute(() -> run(trial));
        return trial.progress();
    }

    /** One that this body asked for; empty when there is none, or not any more. */
    Optional<Progress> of(UUID id, String body) {
        return trial(id, body).map(Trial::progress);
    }

    /** Ends it; one that has ended stays as it is. */
    Optional<Progress> cancel(UUID id, String body) {
        Optional<Trial> trial = trial(id, body);
        trial.ifPresent(found -> found.is(State.CANCELLED));
        return trial.map(Trial::progress);
    }

    private Optional<Trial> trial(UUID id, String body) {
        synchronized (trials) {
            return Optional.ofNullable(trials.get(id)).filter(trial -> trial.body.equals(body));
        }
    }

    private void run(Trial trial) {
        trial.is(State.RUNNING);
        Instant end = clock.instant().plus(LONGEST);
        try {
            List<UUID> rounds = rounds();
            trial.found(rounds.size());
            for (UUID round : rounds) {
                if (clock.instant().isAfter(end)) {
                    trial.is(State.OUT_OF_TIME);
                }
                if (!trial.isLive()) {
                    return;
                }
                hold(trial, round);
            }
            trial.is(State.DONE);
        } catch (RuntimeException e) {
            // the database is away, say: whoever asked sees it and asks again
            trial.is(State.FAILED);
        }
    }

    private void hold(Trial trial, UUID roundId) {
        Optional<byte[]> bytes = inputs.of(roundId);
        if (bytes.isEmpty()) {
            trial.leftOut();
            return;
        }
        try {
            trial.hold(roundId, KeptInput.ofCanonicalBytes(bytes.get()).whole());
        } catch (InvalidRound e) {
            trial.leftOut();
        }
    }

    /** The newest first, those whose input is kept. */
    private List<UUID> rounds() {
        return jdbc.sql(
                        """
                        select round_id from clearing_round join round_input using (round_id)
                        order by opened_at desc, round_id limit ?
                        """)
                .param(MOST_ROUNDS)
                .query(UUID.class)
                .list();
    }

    @Override
    public void destroy() {
        synchronized (trials) {
            trials.values().forEach(trial -> trial.is(State.CANCELLED));
        }
        thread.shutdownNow();
    }
}
