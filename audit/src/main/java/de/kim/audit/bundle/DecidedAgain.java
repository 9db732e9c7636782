package de.kim.audit.bundle;

import de.kim.events.AllocationDecided;
import de.kim.events.CourseReason;
import de.kim.events.Outcome;
import de.kim.events.PlaceOffered;
import de.kim.rules.Assignment;
import de.kim.rules.ClearingRound;
import de.kim.rules.CourseResult;
import de.kim.rules.KeptInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.RoundReasons;
import de.kim.rules.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a round gives each of its people, beside what they were told. When somebody of it was erased
 * since, it is the outcome that was committed to, and ranks are known but for those people.
 */
final class DecidedAgain {
    /**
     * A decision as it was told; its reasons as a hash, for there are many.
     *
     * @param form of the reasons without ranks and cut-offs, as a hash
     * @param ranks of the reasons that have one
     */
    record Told(
            UUID referralId,
            Outcome outcome,
            @Nullable UUID courseId,
            @Nullable Integer section,
            Hash reasons,
            Hash form,
            ToldRanks ranks) {
        static Told of(AllocationDecided event, ToIntFunction<UUID> courseNumber) {
            return new Told(
                    event.referralId(),
                    event.outcome(),
                    event.courseId(),
                    event.section(),
                    hash(event.reasons()),
                    formOf(event.reasons()),
                    ToldRanks.of(event.reasons(), courseNumber));
        }
    }

    private final UUID roundId;
    private final KeptInput kept;
    private final RoundReasons reasons;
    private final Map<Integer, CourseResult> courses = new HashMap<>();
    private final Map<UUID, Assignment> places;
    private final Map<UUID, UUID> pseudonyms = new HashMap<>();
    private final Set<UUID> fixed = new HashSet<>();
    private final Findings outcomes;

    DecidedAgain(
            UUID roundId,
            KeptInput kept,
            RoundOutcome outcome,
            ToIntFunction<UUID> courseNumber,
            Findings outcomes) {
        this.roundId = roundId;
        this.kept = kept;
        // exclusions and a person's order hang on nobody else, so they are right without the erased
        this.reasons =
                new RoundReasons(
                        kept.known(),
                        kept.isWhole() ? outcome : ClearingRound.decide(kept.known()));
        this.places = outcome.byReferral();
        this.outcomes = outcomes;
        outcome.courses().forEach(it -> courses.put(courseNumber.applyAsInt(it.courseId()), it));
        kept.fixed().forEach(place -> fixed.add(place.referralId()));
        kept.known().people().forEach(p -> pseudonyms.put(p.referralId(), p.pseudonym()));
    }

    private static Hash formOf(List<CourseReason> reasons) {
        StringBuilder text = new StringBuilder();
        for (CourseReason reason : reasons) {
            text.append(reason.courseId()).append(reason.exclusions());
            text.append(reason.rank() == null).append('\n');
        }
        return Hash.leaf(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Hash hash(List<CourseReason> reasons) {
        StringBuilder text = new StringBuilder();
        for (CourseReason reason : reasons) {
            text.append(reason.courseId()).append(reason.exclusions());
            text.append(reason.rank()).append('/').append(reason.lastAdmittedRank()).append('\n');
        }
        return Hash.leaf(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What somebody was told. */
    void compare(Told told) {
        UUID referralId = told.referralId();
        boolean erased = kept.erased().containsKey(referralId);
        if (!erased && !pseudonyms.containsKey(referralId)) {
            outcomes.violated(
                    "round %s: referral %s was told a decision and took no part"
                            .formatted(roundId, referralId));
            return;
        }
        Assignment place = places.get(referralId);
        boolean same =
                place == null
                        ? told.outcome() == Outcome.WAITING
                        : told.outcome() == Outcome.OFFERED
                                && place.courseId().equals(told.courseId())
                                && Integer.valueOf(place.section()).equals(told.section());
        if (!same) {
            outcomes.violated(
                    "round %s: %s was told %s, %s %s"
                            .formatted(
                                    roundId,
                                    who(referralId),
                                    told.courseId() == null ? "to wait" : told.courseId(),
                                    rightly(),
                                    place == null ? "to wait" : place.courseId()));
        } else if (erased ? !haveCutOffs(told) : !isReason(told, place)) {
            outcomes.violated(
                    "round %s: %s was told other reasons than there are"
                            .formatted(roundId, who(referralId)));
        }
    }

    private String who(UUID referralId) {
        UUID pseudonym = pseudonyms.get(referralId);
        return pseudonym == null
                ? "somebody (referral %s)".formatted(referralId)
                : "person %s (referral %s)".formatted(pseudonym, referralId);
    }

    private String rightly() {
        return kept.isWhole() ? "decided again it is" : "the outcome committed to is";
    }

    /** All of them; of a round that was interrupted only the one of the offered course. */
    private boolean isReason(Told told, @Nullable Assignment place) {
        List<CourseReason> all = reasons.of(told.referralId());
        if (!kept.isWhole()) {
            return isPossible(told, all)
                    || (place != null && isPossible(told, only(all, place.courseId())));
        }
        return hash(all).equals(told.reasons())
                || (place != null && hash(only(all, place.courseId())).equals(told.reasons()));
    }

    private static List<CourseReason> only(List<CourseReason> all, UUID courseId) {
        return all.stream().filter(reason -> reason.courseId().equals(courseId)).toList();
    }

    /** The same courses, excluded for the same; each erased person may stand before this one. */
    private boolean isPossible(Told told, List<CourseReason> among) {
        if (!formOf(among).equals(told.form()) || !haveCutOffs(told)) {
            return false;
        }
        List<CourseReason> ranked = among.stream().filter(reason -> reason.rank() != null).toList();
        for (int i = 0; i < ranked.size(); i++) {
            int without = Objects.requireNonNull(ranked.get(i).rank());
            int rank = told.ranks().rank(i);
            if (rank < without || rank > without + kept.erased().size()) {
                return false;
            }
        }
        return true;
    }

    /** Cut-offs are those of the outcome committed to, whoever they were told. */
    private boolean haveCutOffs(Told told) {
        ToldRanks ranks = told.ranks();
        for (int i = 0; i < ranks.size(); i++) {
            CourseResult course = courses.get(ranks.course(i));
            if (course == null || !ranks.hasCutOff(i, course.lastAdmittedRank())) {
                return false;
            }
        }
        return true;
    }

    /** Places out of turn: each was granted, and each grant is what the round rested on. */
    void compare(Set<UUID> overrides, List<PlaceOffered> offered) {
        overrides.stream()
                .filter(id -> !fixed.contains(id))
                .forEach(
                        id ->
                                outcomes.violated(
                                        "round %s: an override was granted to referral %s, and the input has no place for it"
                                                .formatted(roundId, id)));
        offered.stream()
                .map(PlaceOffered::referralId)
                .filter(id -> fixed.contains(id) && !overrides.contains(id))
                .forEach(
                        id ->
                                outcomes.violated(
                                        "round %s: referral %s got a place out of turn, and no override was granted"
                                                .formatted(roundId, id)));
    }

    /** What somebody was offered. */
    void compare(PlaceOffered offer) {
        Assignment place = places.get(offer.referralId());
        if (place == null
                || !place.courseId().equals(offer.courseId())
                || place.section() != offer.section()) {
            outcomes.violated(
                    "round %s: %s was offered course %s, %s %s"
                            .formatted(
                                    roundId,
                                    who(offer.referralId()),
                                    offer.courseId(),
                                    rightly(),
                                    place == null ? "none" : place.courseId()));
        }
    }
}
