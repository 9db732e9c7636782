package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.DecidedRound;
import de.kim.allocation.write.Hardships;
import de.kim.allocation.write.Match;
import de.kim.allocation.write.Overrides;
import de.kim.allocation.write.Referee;
import de.kim.allocation.write.Situations;
import de.kim.events.Verdict;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.rules.InvalidRound;
import de.kim.rules.Person;
import de.kim.rules.RoundInput;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * A clearing round that is only tried: gathered, decided and verified as {@code POST /api/rounds}
 * does it, and then forgotten. No event, no offer, no lottery number, and no lock: it reads one
 * snapshot, so a round that runs at the same time does not notice it. 409 RULEBOOK_MISSING,
 * ROUND_INPUT_INVALID.
 */
@RestController
class DryRunEndpoint {
    private final Situations situations;
    private final Overrides overrides;
    private final Referee referee;
    private final JdbcClient jdbc;
    private final Clock clock;

    DryRunEndpoint(
            Situations situations,
            Overrides overrides,
            Referee referee,
            JdbcClient jdbc,
            Clock clock) {
        this.situations = situations;
        this.overrides = overrides;
        this.referee = referee;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nothing to say: a round is always over all. */
    record TryRound() {}

    /**
     * What a round held now would do.
     *
     * @param lotterySure false: somebody has no lottery number yet and the quarter's seed is not
     *     drawn, so between people who waited equally long a real round may decide otherwise
     * @param waiting people who would take part
     * @param places who would get what; nobody anything when it does not pass
     * @param sinceLastRound null when no round was held yet
     */
    record DryRun(
            LocalDate heldOn,
            int rulebookVersion,
            int algorithmVersion,
            boolean lotterySure,
            int waiting,
            boolean passed,
            List<Verdict> verdicts,
            List<TriedPlace> places,
            @Nullable SinceLastRound sinceLastRound) {
        DryRun {
            verdicts = List.copyOf(verdicts);
            places = List.copyOf(places);
        }
    }

    /**
     * A place that would be offered.
     *
     * @param lastAdmittedRank null: places would be left
     */
    record TriedPlace(
            UUID referralId,
            UUID courseId,
            int section,
            LocalDate startsOn,
            @Nullable Integer rank,
            @Nullable Integer lastAdmittedRank) {
        static TriedPlace of(Match match) {
            return new TriedPlace(
                    match.referralId(),
                    match.courseId(),
                    match.section(),
                    match.startsOn(),
                    match.rank(),
                    match.lastAdmittedRank());
        }
    }

    /** What differs from the offers of the last round that passed. */
    record SinceLastRound(UUID roundId, RoundDifference difference) {}

    @Allow(Role.COORDINATOR)
    @PostMapping("/api/rounds/dry-run")
    DryRun answer(@RequestBody @Valid TryRound body) {
        Instant now = clock.instant();
        try {
            Situations.Foreseen foreseen = situations.foreseen(now, clock.getZone());
            return tried(
                    Hardships.of(foreseen.situation().input(), overrides.approved()),
                    now,
                    foreseen.lotterySure());
        } catch (InvalidRound e) {
            throw new Refused(AllocationRefusal.ROUND_INPUT_INVALID);
        }
    }

    private DryRun tried(Hardships hardships, Instant now, boolean lotterySure) {
        RoundInput input = hardships.input();
        DecidedRound decided = DecidedRound.of(hardships, referee);
        List<Match> matches = decided.matches(now);
        return new DryRun(
                input.heldOn(),
                input.rulebook().version(),
                decided.outcome().algorithmVersion(),
                lotterySure,
                input.people().size(),
                decided.passed(),
                decided.verdicts(),
                matches.stream().map(TriedPlace::of).toList(),
                sinceLastRound(input, matches));
    }

    private @Nullable SinceLastRound sinceLastRound(RoundInput input, List<Match> matches) {
        return jdbc.sql(
                        """
                        select round_id from clearing_round where passed
                        order by opened_at desc, round_id limit 1
                        """)
                .query(UUID.class)
                .optional()
                .map(last -> new SinceLastRound(last, difference(last, input, matches)))
                .orElse(null);
    }

    private RoundDifference difference(UUID last, RoundInput input, List<Match> matches) {
        Map<UUID, UUID> before = new HashMap<>();
        jdbc.sql("select referral_id, course_id from offer where round_id = ?")
                .param(last)
                .query(
                        row -> {
                            before.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                        });
        Set<UUID> waiting =
                input.people().stream().map(Person::referralId).collect(Collectors.toSet());
        Map<UUID, UUID> after =
                matches.stream().collect(Collectors.toMap(Match::referralId, Match::courseId));
        return RoundDifference.between(before, after, waiting);
    }
}
