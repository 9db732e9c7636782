package de.kim.notification.read;

import de.kim.events.CourseType;
import de.kim.events.WeeklyTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told about an offer.
 *
 * @param answerBy null until allocation has started the clock
 * @param stateSince when it was answered or ended; null while it is open
 * @param course null while nothing was heard of the course yet
 */
public record OfferSheet(
        UUID offerId,
        State state,
        @Nullable Instant stateSince,
        int section,
        LocalDate startsOn,
        @Nullable Instant answerBy,
        @Nullable Course course) {

    /** What became of the offer. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        /** Expired, withdrawn, or the place was given back. */
        ENDED,
        /** The course was cancelled before the offer was answered. */
        CANCELLED,
        /** The course was cancelled after the place was accepted. */
        LOST
    }

    /**
     * The course.
     *
     * @param provider the provider's name; null while nothing was heard of it
     * @param place name of the municipality, or its key where it has none here
     */
    public record Course(
            CourseType type,
            @Nullable String provider,
            List<WeeklyTime> times,
            String place,
            boolean accessible,
            boolean childcare,
            boolean womenOnly,
            boolean online) {
        public Course {
            times = List.copyOf(times);
        }
    }

    /** The same offer, answered: what the person did counts before the event comes back. */
    public OfferSheet answered(State answer, Instant at) {
        return state == State.OPEN
                ? new OfferSheet(offerId, answer, at, section, startsOn, answerBy, course)
                : this;
    }
}
