package de.kim.allocation.read;

import de.kim.allocation.write.AllocationRefusal;
import de.kim.allocation.write.DecidedRound;
import de.kim.allocation.write.RoundSituation;
import de.kim.allocation.write.Situations;
import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import de.kim.events.Outcome;
import de.kim.kit.access.Allow;
import de.kim.kit.access.Role;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.Actor;
import de.kim.rules.Reasons;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Why somebody got a place or did not. Published is what changed; for who still waits the reasons
 * are recomputed on demand, as of now.
 */
@RestController
class DecisionsEndpoint {
    private final JdbcClient jdbc;
    private final Situations situations;
    private final Clock clock;

    DecisionsEndpoint(JdbcClient jdbc, Situations situations, Clock clock) {
        this.jdbc = jdbc;
        this.situations = situations;
        this.clock = clock;
    }

    /**
     * The latest decision.
     *
     * @param recomputed the reasons are those of a round held now, not those of {@code roundId}
     * @param orderGerman how a course's order comes about
     */
    record Decision(
            UUID referralId,
            UUID roundId,
            Instant decidedAt,
            Outcome outcome,
            @Nullable UUID courseId,
            @Nullable Integer section,
            boolean recomputed,
            List<Reason> reasons,
            String orderGerman,
            String orderEnglish) {
        Decision {
            reasons = List.copyOf(reasons);
        }

        Decision with(List<Reason> now) {
            return new Decision(
                    referralId,
                    roundId,
                    decidedAt,
                    outcome,
                    courseId,
                    section,
                    true,
                    now,
                    orderGerman,
                    orderEnglish);
        }
    }

    /**
     * How one course stood to the person, with a sentence to read aloud.
     *
     * @param lastAdmittedRank null: places were left
     */
    record Reason(
            UUID courseId,
            List<Exclusion> exclusions,
            @Nullable Integer rank,
            @Nullable Integer lastAdmittedRank,
            String german,
            String english) {
        Reason {
            exclusions = List.copyOf(exclusions);
        }

        static Reason of(CourseReason reason, @Nullable UUID offeredCourse) {
            boolean offered = reason.courseId().equals(offeredCourse);
            return new Reason(
                    reason.courseId(),
                    reason.exclusions(),
                    reason.rank(),
                    reason.lastAdmittedRank(),
                    Reasons.german(reason, offered),
                    Reasons.english(reason, offered));
        }
    }

    @Allow({Role.REFERRER, Role.COORDINATOR, Role.AUDITOR})
    @GetMapping("/api/decisions/{referralId}")
    Decision answer(@PathVariable UUID referralId, Actor actor) {
        Decision stored = stored(referralId, actor);
        return stored.outcome() == Outcome.WAITING ? asOfNow(stored) : stored;
    }

    private Decision asOfNow(Decision stored) {
        RoundSituation situation = situations.at(clock.instant(), clock.getZone());
        boolean takesPart =
                situation.input().people().stream()
                        .anyMatch(person -> person.referralId().equals(stored.referralId()));
        if (!takesPart) {
            return stored;
        }
        // nothing is offered on the strength of this, so nobody has to verify it
        DecidedRound now = DecidedRound.of(situation.input(), (input, outcome) -> List.of());
        var place = now.assignment(stored.referralId());
        UUID offered = place == null ? null : place.courseId();
        return stored.with(
                now.reasons(stored.referralId()).stream()
                        .map(reason -> Reason.of(reason, offered))
                        .toList());
    }

    private Decision stored(UUID referralId, Actor actor) {
        return jdbc.sql(
                        """
                        select d.* from decision d left join heard_referral r using (referral_id)
                        where d.referral_id = ? and (?::text is null or r.referring_body = ?)
                        """)
                .param(referralId)
                .param(actor.confinedTo())
                .param(actor.confinedTo())
                .query(
                        (row, i) -> {
                            UUID offered = row.getObject("course_id", UUID.class);
                            return new Decision(
                                    referralId,
                                    Objects.requireNonNull(row.getObject("round_id", UUID.class)),
                                    row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                                    Outcome.valueOf(row.getString("outcome")),
                                    offered,
                                    row.getObject("section", Integer.class),
                                    false,
                                    JsonColumn.list(row.getString("reasons"), CourseReason.class)
                                            .stream()
                                            .map(reason -> Reason.of(reason, offered))
                                            .toList(),
                                    Reasons.orderInGerman(),
                                    Reasons.orderInEnglish());
                        })
                .optional()
                .orElseThrow(() -> new Refused(AllocationRefusal.DECISION_NOT_FOUND));
    }
}
