package de.kim.audit.bundle;

import de.kim.audit.tree.Hash;
import de.kim.events.AllocationDecided;
import de.kim.events.CourseReason;
import de.kim.events.Outcome;
import de.kim.events.PlaceOffered;
import de.kim.rules.Assignment;
import de.kim.rules.RoundInput;
import de.kim.rules.RoundOutcome;
import de.kim.rules.RoundReasons;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a round, decided again, gives each of its people, beside what they were told. */
final class DecidedAgain {
    /** A decision as it was told; its reasons as a hash, for there are many. */
    record Told(
            UUID referralId,
            Outcome outcome,
            @Nullable UUID courseId,
            @Nullable Integer section,
            Hash reasons) {
        static Told of(AllocationDecided event) {
            return new Told(
                    event.referralId(),
                    event.outcome(),
                    event.courseId(),
                    event.section(),
                    hash(event.reasons()));
        }
    }

    private final UUID roundId;
    private final RoundReasons reasons;
    private final Map<UUID, Assignment> places;
    private final Map<UUID, UUID> pseudonyms = new HashMap<>();
    private final Set<UUID> fixed = new HashSet<>();
    private final Findings outcomes;

    DecidedAgain(UUID roundId, RoundInput input, RoundOutcome outcome, Findings outcomes) {
        this.roundId = roundId;
        this.reasons = new RoundReasons(input, outcome);
        this.places = outcome.byReferral();
        this.outcomes = outcomes;
        input.fixed().forEach(place -> fixed.add(place.referralId()));
        input.people().forEach(p -> pseudonyms.put(p.referralId(), p.pseudonym()));
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
        if (!pseudonyms.containsKey(referralId)) {
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
                    "round %s: person %s (referral %s) was told %s, decided again it is %s"
                            .formatted(
                                    roundId,
                                    pseudonyms.get(referralId),
                                    referralId,
                                    told.courseId() == null ? "to wait" : told.courseId(),
                                    place == null ? "to wait" : place.courseId()));
        } else if (!isReason(told, place)) {
            outcomes.violated(
                    "round %s: person %s (referral %s) was told other reasons than there are"
                            .formatted(roundId, pseudonyms.get(referralId), referralId));
        }
    }

    /** All of them; of a round that was interrupted only the one of the offered course. */
    private boolean isReason(Told told, @Nullable Assignment place) {
        List<CourseReason> all = reasons.of(told.referralId());
        return hash(all).equals(told.reasons())
                || (place != null
                        && hash(all.stream()
                                        .filter(
                                                reason ->
                                                        reason.courseId().equals(place.courseId()))
                                        .toList())
                                .equals(told.reasons()));
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
                    "round %s: person %s (referral %s) was offered course %s, decided again it is %s"
                            .formatted(
                                    roundId,
                                    pseudonyms.get(offer.referralId()),
                                    offer.referralId(),
                                    offer.courseId(),
                                    place == null ? "none" : place.courseId()));
        }
    }
}
