package de.kim.allocation.write;

import de.kim.events.ExpiryCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place offer as the person's {@link Placement} knows it. */
record Offer(
        UUID offerId,
        UUID courseId,
        State state,
        Instant unreachedAfter,
        Instant entryClosesAt,
        int periodWorkingDays,
        @Nullable Instant answerBy) {
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
                answerBy);
    }

    Offer reached(Instant until) {
        return new Offer(
                offerId, courseId, state, unreachedAfter, entryClosesAt, periodWorkingDays, until);
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
