package de.kim.allocation.read;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lottery numbers that a round would draw, for a round that is only tried. */
@FunctionalInterface
public interface ForeseenLottery {
    /** Draws for people who have no number. */
    @FunctionalInterface
    interface Numbers {
        /** For whoever takes no part without a number. */
        Numbers NONE = person -> null;

        /** Null: none. */
        @Nullable String of(UUID person);
    }

    /**
     * What a draw would give.
     *
     * @param sure whether the quarter's seed is there: else a real round draws other numbers
     */
    record Draw(Numbers numbers, boolean sure) {}

    /** What a round on that day would draw; nothing is kept. */
    Draw on(LocalDate day);
}
