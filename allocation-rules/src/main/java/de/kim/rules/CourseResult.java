package de.kim.rules;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a course came out of a round.
 *
 * @param freePlaces places it brought
 * @param taken places given
 * @param applicants people in its order: those it is open to and who do not hold a better place
 * @param lastAdmittedRank the cut-off: rank (from 1) of the last one admitted; 0 when there was no
 *     place; null when places are left
 */
public record CourseResult(
        UUID courseId,
        int freePlaces,
        int taken,
        int applicants,
        @Nullable Integer lastAdmittedRank) {
    /** Places nobody took. */
    public int placesLeft() {
        return freePlaces - taken;
    }
}
