package de.kim.allocation.write;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom a round found a place for. {@code rankedAbove} is the accepted place that the person would
 * leave for it; {@code rank} and {@code lastAdmittedRank} count from 1 in the course's order;
 * {@code grant} is set when the place is given out of turn, without rank.
 */
public record Match(
        UUID referralId,
        UUID courseId,
        int courseVersion,
        int section,
        LocalDate startsOn,
        Instant unreachedAfter,
        Instant entryClosesAt,
        int offerPeriodWorkingDays,
        @Nullable UUID rankedAbove,
        @Nullable Integer rank,
        @Nullable Integer lastAdmittedRank,
        @Nullable Grant grant) {
    /** A place that the rule gives. */
    public Match(
            UUID referralId,
            UUID courseId,
            int courseVersion,
            int section,
            LocalDate startsOn,
            Instant unreachedAfter,
            Instant entryClosesAt,
            int offerPeriodWorkingDays,
            @Nullable UUID rankedAbove,
            @Nullable Integer rank,
            @Nullable Integer lastAdmittedRank) {
        this(
                referralId,
                courseId,
                courseVersion,
                section,
                startsOn,
                unreachedAfter,
                entryClosesAt,
                offerPeriodWorkingDays,
                rankedAbove,
                rank,
                lastAdmittedRank,
                null);
    }

    /**
     * The same for the same round and person, so that a round taken up again offers nothing twice.
     */
    public UUID offerId(UUID roundId) {
        String name = "offer/" + roundId + "/" + referralId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
