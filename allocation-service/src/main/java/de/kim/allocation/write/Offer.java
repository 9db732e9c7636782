package de.kim.allocation.write;

import de.kim.events.ExpiryCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place offer as the person's {@link Placement} knows it.
 *
 * @param fiction the letter that it counts as arrived by, as long as nothing better proves it
 */
record Offer(
        UUID offerId,
        UUID courseId,
        State state,
        Instant unreachedAfter,
        Instant entryClosesAt,
        int periodWorkingDays,
        @Nullable Instant answerBy,
        @Nullable UUID fiction) {
    enum State {
        LIVE,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN
    }

    Offer in(State next) {
        return new Offer(
                offerId,
                courseId,
                next,
                unreachedAfter,
                entryClosesAt,
                periodWorkingDays,
                answerBy,
                fiction);
    }

    Offer reached(Instant until, @Nullable UUID letter) {
        return reached(unreachedAfter, until, letter);
    }

    Offer confirmed() {
        return reached(unreachedAfter, answerBy, null);
    }

    Offer unreached(Instant until) {
        return reached(until, null, null);
    }

    private Offer reached(Instant unreached, @Nullable Instant until, @Nullable UUID letter) {
        return new Offer(
                offerId,
                courseId,
                state,
                unreached,
                entryClosesAt,
                periodWorkingDays,
                until,
                letter);
    }

    /**
     * Until when it is held when it turns out at {@code at} that it had reached nobody: as long as
     * it was held anyway, and at least one more offer period, so that somebody can tell the person.
     */
    Instant unreachedAgain(Instant at) {
        Instant anew = WorkingDays.after(at, periodWorkingDays);
        return anew.isAfter(unreachedAfter) ? anew : unreachedAfter;
    }

    boolean isLive() {
        return state == State.LIVE;
    }

    /** Open to an answer at {@code at}, whether or not somebody has noticed its end yet. */
    boolean isOpenAt(Instant at) {
        return isLive() && at.isBefore(endsAt());
    }

    /** When the person must have answered, if the message reaches them at {@code reachedAt}. */
    Instant answerBy(Instant reachedAt) {
        return earlier(WorkingDays.after(reachedAt, periodWorkingDays), entryClosesAt);
    }

    Instant endsAt() {
        return earlier(answerBy == null ? unreachedAfter : answerBy, entryClosesAt);
    }

    /** The local day at whose end it ends. */
    LocalDate lastDay() {
        return endsAt().minusNanos(1).atZone(WorkingDays.ZONE).toLocalDate();
    }

    ExpiryCause expiryCause() {
        if (endsAt().equals(entryClosesAt)) {
            return ExpiryCause.ENTRY_CLOSED;
        }
        return answerBy == null ? ExpiryCause.UNREACHABLE : ExpiryCause.UNANSWERED;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
