package de.kim.audit.fold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The place of a referral.
 *
 * @param acceptedAt when a place was accepted for the first time
 * @param held the accepted place, while it is held
 * @param started the course that the person began
 */
public record Place(@Nullable Instant acceptedAt, @Nullable Held held, @Nullable Started started) {
    static final Place NONE = new Place(null, null, null);

    /**
     * An accepted place.
     *
     * @param startsOn the planned start; null when the provider changed and it is not known
     */
    public record Held(UUID courseId, @Nullable LocalDate startsOn) {}

    /** The beginning of the course. */
    public record Started(UUID courseId, LocalDate on) {}

    Place accepted(Held place, Instant at) {
        return new Place(acceptedAt == null ? at : acceptedAt, place, started);
    }

    Place released(UUID courseId) {
        return held != null && held.courseId().equals(courseId)
                ? new Place(acceptedAt, null, started)
                : this;
    }

    Place moved(Held to) {
        return new Place(acceptedAt, to, started);
    }

    /** The first start counts; a second report of it changes nothing. */
    Place started(Started start) {
        return started == null ? new Place(acceptedAt, held, start) : this;
    }
}
