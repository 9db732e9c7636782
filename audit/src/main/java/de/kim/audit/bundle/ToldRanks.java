package de.kim.audit.bundle;

import de.kim.events.CourseReason;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ranks that somebody was told, three numbers each: all decisions of a bundle are remembered
 * until the inputs of their rounds are read.
 */
final class ToldRanks {
    private static final int WIDTH = 3;
    private static final int NONE = -1;

    private final int[] packed;

    private ToldRanks(int[] packed) {
        this.packed = packed;
    }

    /**
     * Of the reasons that have a rank, in their order.
     *
     * @param number the same for the same course
     */
    static ToldRanks of(List<CourseReason> reasons, ToIntFunction<UUID> number) {
        return new ToldRanks(
                reasons.stream()
                        .filter(reason -> reason.rank() != null)
                        .flatMapToInt(
                                reason ->
                                        IntStream.of(
                                                number.applyAsInt(reason.courseId()),
                                                Objects.requireNonNull(reason.rank()),
                                                orNone(reason.lastAdmittedRank())))
                        .toArray());
    }

    private static int orNone(@Nullable Integer rank) {
        return rank == null ? NONE : rank;
    }

    int size() {
        return packed.length / WIDTH;
    }

    int course(int i) {
        return packed[WIDTH * i];
    }

    int rank(int i) {
        return packed[WIDTH * i + 1];
    }

    /** Whether this is the cut-off that was told. */
    boolean hasCutOff(int i, @Nullable Integer lastAdmittedRank) {
        return packed[WIDTH * i + 2] == orNone(lastAdmittedRank);
    }
}
