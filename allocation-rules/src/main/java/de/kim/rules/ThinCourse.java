package de.kim.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course that starts soon and will not reach the minimum of its type, while people wait for one
 * like it; and what could be done. {@link ThinCourses} finds them; people decide.
 *
 * @param begins when its first section begins
 * @param minimum people that its type needs
 * @param participants people who hold a place or an open offer in its first section
 * @param wouldJoin people to whom a round held now would give a place in its first section
 * @param waiting people who need this type and to whom a round held now would give no place at all
 * @param proposals the best first
 */
public record ThinCourse(
        UUID courseId,
        String providerId,
        LocalDate begins,
        int minimum,
        int participants,
        int wouldJoin,
        int waiting,
        List<Proposal> proposals) {
    public ThinCourse {
        proposals = List.copyOf(proposals);
    }

    /** What could be done with a course. */
    public enum Measure {
        /** Its people go into another course, and it is cancelled. */
        MERGE,
        /** It starts later. */
        SHIFT,
        /** It starts with another section. */
        OTHER_SECTION
    }

    /**
     * One proposal, compared with a round held now.
     *
     * @param otherCourse the course that takes its people in; null unless MERGE
     * @param begins the new start; null unless SHIFT
     * @param section the new first section; null unless OTHER_SECTION
     * @param group people in the first section of the course that takes place then
     * @param reachesMinimum whether that is enough
     * @param gain people who would get a place and now get or have none
     * @param lose people who have or would get a place now and then none
     * @param move people who would get a place in another course than now
     */
    public record Proposal(
            Measure measure,
            @Nullable UUID otherCourse,
            @Nullable LocalDate begins,
            @Nullable Integer section,
            int group,
            boolean reachesMinimum,
            List<UUID> gain,
            List<UUID> lose,
            List<UUID> move) {
        public Proposal {
            gain = List.copyOf(gain);
            lose = List.copyOf(lose);
            move = List.copyOf(move);
        }
    }
}
