package de.kim.rules;

import de.kim.events.Exclusion;
import java.util.List;
import java.util.UUID;

/**
 * What is to be said of a round as a whole, in counts of people and places: it names nobody. {@link
 * RoundReasons#statement} counts, {@link StatementSentences} puts it into words.
 *
 * @param waiting people who took part
 * @param matched people a place was found for
 * @param unmatched the others, each counted once; what nobody is counted for is left out
 * @param obstacles what stands in the way of those with {@link Why#NO_COURSE_OPEN}, most people
 *     first; a person can have several
 * @param placesLeft the courses that take people and have places left, by id
 */
public record RoundStatement(
        int waiting,
        int matched,
        List<Unmatched> unmatched,
        List<Obstacle> obstacles,
        List<PlacesLeft> placesLeft) {
    public RoundStatement {
        unmatched = List.copyOf(unmatched);
        obstacles = List.copyOf(obstacles);
        placesLeft = List.copyOf(placesLeft);
    }

    /** Why a person got no place: the first that is true. */
    public enum Why {
        /** The person holds a place, and none that they would rather have became free. */
        NO_BETTER_PLACE,
        /** Courses are open to the person; all their free places went to people before them. */
        NO_PLACE_LEFT,
        /** No course is open to the person. */
        NO_COURSE_OPEN
    }

    /** How many people a reason is true for. */
    public record Unmatched(Why why, int people) {}

    /** How many people a test fails for. */
    public record Obstacle(Exclusion exclusion, int people) {}

    /**
     * A course with places left, and why nobody else could or would take them.
     *
     * @param free places it brought
     * @param taken places given
     * @param tookAnother people it is open to who got, or hold, a place they would rather have
     * @param obstacles of everybody else; whoever needs another type of course is counted there
     *     only
     */
    public record PlacesLeft(
            UUID courseId, int free, int taken, int tookAnother, List<Obstacle> obstacles) {
        public PlacesLeft {
            obstacles = List.copyOf(obstacles);
        }

        /** Places nobody took. */
        public int left() {
            return free - taken;
        }
    }
}
