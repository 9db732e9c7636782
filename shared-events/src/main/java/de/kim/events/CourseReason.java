package de.kim.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one course stood to a person in a round. Either {@code exclusions} says why it was closed to
 * them, or {@code rank} (from 1) is their place in the course's order and {@code lastAdmittedRank}
 * the cut-off (null: places were left).
 */
public record CourseReason(
        UUID courseId,
        List<Exclusion> exclusions,
        @Nullable Integer rank,
        @Nullable Integer lastAdmittedRank) {
    public CourseReason {
        exclusions = List.copyOf(exclusions);
    }
}
