package de.kim.audit.bundle;

import de.kim.audit.bundle.AuditResult.Property;
import de.kim.events.AllocationDecided;
import de.kim.events.CourseReason;
import de.kim.events.Outcome;
import de.kim.events.OverrideGranted;
import de.kim.events.PlaceOffered;
import de.kim.events.PublicEvent;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every clearing round, as far as events tell of it: that it had the rulebook in force, that its
 * verdict follows from its findings, that a failed round offered nothing, and that every published
 * decision follows from the published ranks and cut-offs of its round. Whether the ranks themselves
 * are right is what {@link RoundInputCheck} finds out.
 */
final class RoundCheck {
    /** A round's instant is somewhat before its event is stored. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final class Round {
        private @Nullable RoundOpened opened;
        private @Nullable Instant openedAt;
        private @Nullable RoundVerified verified;
        private int offered;
        private boolean overridden;
        private final Map<UUID, Optional<Integer>> cutOffs = new HashMap<>();
        private final Map<String, UUID> ranks = new HashMap<>();
    }

    private record Published(RulebookPublished event, Instant at) {}

    private final Findings findings = new Findings("rounds");
    private final Map<UUID, Round> rounds = new LinkedHashMap<>();
    private final Map<Integer, Published> rulebooks = new HashMap<>();
    private final Map<UUID, AllocationDecided> decided = new HashMap<>();
    private long decisions;

    void take(PublicEvent event, Instant at) {
        switch (event) {
            case RoundOpened e -> {
                Round round = round(e.roundId());
                round.opened = e;
                round.openedAt = at;
            }
            case RoundVerified e -> round(e.roundId()).verified = e;
            case RulebookPublished e -> rulebooks.put(e.rulebook().version(), new Published(e, at));
            case OverrideGranted e -> round(e.roundId()).overridden = true;
            case AllocationDecided e -> decided(e, round(e.roundId()));
            case PlaceOffered e -> offered(e, round(e.roundId()));
            default -> {}
        }
    }

    private Round round(UUID id) {
        return rounds.computeIfAbsent(id, fresh -> new Round());
    }

    private void decided(AllocationDecided e, Round round) {
        decisions++;
        decided.put(e.referralId(), e);
        for (CourseReason reason : e.reasons()) {
            if (reason.rank() != null) {
                ranked(e, reason, round);
            }
        }
        if (!round.overridden) {
            if (e.outcome() == Outcome.OFFERED) {
                admitted(e);
            } else {
                e.reasons().forEach(reason -> notAdmitted(e, reason));
            }
        }
    }

    /** One cut-off a course, and nobody shares a rank. */
    private void ranked(AllocationDecided e, CourseReason reason, Round round) {
        Optional<Integer> cutOff = Optional.ofNullable(reason.lastAdmittedRank());
        Optional<Integer> before = round.cutOffs.putIfAbsent(reason.courseId(), cutOff);
        if (before != null && !before.equals(cutOff)) {
            findings.violated(
                    "round %s: two cut-offs for course %s"
                            .formatted(e.roundId(), reason.courseId()));
        }
        UUID other = round.ranks.put(reason.courseId() + "/" + reason.rank(), e.referralId());
        if (other != null && !other.equals(e.referralId())) {
            findings.violated(
                    "round %s: %s and %s have the same rank for course %s"
                            .formatted(e.roundId(), other, e.referralId(), reason.courseId()));
        }
    }

    /** The offered course is within its cut-off, and each one preferred to it is not. */
    private void admitted(AllocationDecided e) {
        for (CourseReason reason : e.reasons()) {
            if (reason.courseId().equals(e.courseId())) {
                if (reason.rank() == null || !isWithin(reason)) {
                    findings.violated(
                            "round %s: %s got course %s beyond its cut-off"
                                    .formatted(e.roundId(), e.referralId(), e.courseId()));
                }
                return;
            }
            notAdmitted(e, reason);
        }
        findings.violated(
                "round %s: %s got course %s without a rank"
                        .formatted(e.roundId(), e.referralId(), e.courseId()));
    }

    private void notAdmitted(AllocationDecided e, CourseReason reason) {
        if (reason.rank() != null && isWithin(reason)) {
            findings.violated(
                    "round %s: %s did not get course %s although within its cut-off"
                            .formatted(e.roundId(), e.referralId(), reason.courseId()));
        }
    }

    private static boolean isWithin(CourseReason reason) {
        return reason.rank() != null
                && (reason.lastAdmittedRank() == null
                        || reason.rank() <= reason.lastAdmittedRank());
    }

    private void offered(PlaceOffered e, Round round) {
        round.offered++;
        AllocationDecided decision = decided.get(e.referralId());
        if (decision == null
                || !decision.roundId().equals(e.roundId())
                || !e.courseId().equals(decision.courseId())) {
            findings.violated(
                    "round %s: %s was offered course %s without a decision"
                            .formatted(e.roundId(), e.referralId(), e.courseId()));
        }
    }

    /** All events are there. */
    Property verdict() {
        rounds.forEach(this::check);
        long opened = rounds.values().stream().filter(round -> round.opened != null).count();
        return findings.verdict(
                "%d rounds and %d decisions follow from their ranks and cut-offs"
                        .formatted(opened, decisions));
    }

    private void check(UUID id, Round round) {
        RoundOpened opened = round.opened;
        Instant openedAt = round.openedAt;
        RoundVerified verified = round.verified;
        if (opened == null || openedAt == null || verified == null) {
            // the round's own events have another subject than the decisions, so they may be later
            findings.notCheckable("round %s has not been told to its end yet".formatted(id));
            return;
        }
        rulebook(opened, openedAt);
        verdict(verified, round.offered);
    }

    private void rulebook(RoundOpened opened, Instant at) {
        Published used = rulebooks.get(opened.rulebookVersion());
        if (used == null
                || used.event().effectiveFrom().isAfter(at)
                || used.event().rulebook().algorithmVersion() != opened.algorithmVersion()) {
            findings.violated(
                    "round %s: rulebook %d with algorithm %d was not in force"
                            .formatted(
                                    opened.roundId(),
                                    opened.rulebookVersion(),
                                    opened.algorithmVersion()));
        }
        Instant surely = at.minus(SLACK);
        for (Published other : rulebooks.values()) {
            if (other.event().rulebook().version() > opened.rulebookVersion()
                    && other.at().isBefore(surely)
                    && other.event().effectiveFrom().isBefore(surely)) {
                findings.violated(
                        "round %s: rulebook %d was in force already"
                                .formatted(opened.roundId(), other.event().rulebook().version()));
            }
        }
    }

    private void verdict(RoundVerified verified, int offered) {
        boolean passed = verified.verdicts().stream().allMatch(Verdict::holds);
        if (passed != verified.passed()) {
            findings.violated(
                    "round %s: the verdict is not what its findings say"
                            .formatted(verified.roundId()));
        }
        if (offered > (verified.passed() ? verified.offered() : 0)) {
            findings.violated(
                    "round %s offered %d places, %d were verified"
                            .formatted(
                                    verified.roundId(),
                                    offered,
                                    verified.passed() ? verified.offered() : 0));
        }
    }
}
