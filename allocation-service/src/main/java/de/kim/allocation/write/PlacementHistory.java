package de.kim.allocation.write;

import de.kim.events.AnsweredBy;
import de.kim.events.ClockKind;
import de.kim.events.CourseReason;
import de.kim.events.CourseType;
import de.kim.events.DeclineReason;
import de.kim.events.ExpiryCause;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.Outcome;
import de.kim.events.ProviderChangeReason;
import de.kim.events.ReleaseCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a person on the way to a place. */
public sealed interface PlacementHistory extends AllocationHistory {
    UUID referralId();

    record Queued(
            UUID referralId,
            UUID person,
            LocalDate queuedOn,
            CourseType recommendedType,
            int recommendedSection)
            implements PlacementHistory {}

    /** A later placement test came to another result. */
    record TestChanged(UUID referralId, CourseType recommendedType, int recommendedSection)
            implements PlacementHistory {}

    record Decided(
            UUID referralId,
            UUID roundId,
            Outcome outcome,
            @Nullable UUID courseId,
            @Nullable Integer section,
            List<CourseReason> reasons)
            implements PlacementHistory {
        public Decided {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The place that is offered next is given out of turn; {@code displaced}: whose result differs
     * with and without it.
     */
    record Granted(
            UUID referralId,
            UUID roundId,
            UUID courseId,
            String condition,
            String secondBody,
            List<UUID> displaced)
            implements PlacementHistory {
        public Granted {
            displaced = List.copyOf(displaced);
        }
    }

    /**
     * A place is held. {@code courseVersion}: dates, times and venue the offer was made for; {@code
     * unreachedAfter}: the hold ends then without proof of reach; {@code entryClosesAt}: it ends
     * then in any case.
     */
    record Offered(
            UUID referralId,
            UUID offerId,
            UUID roundId,
            UUID courseId,
            int courseVersion,
            int section,
            LocalDate startsOn,
            Instant unreachedAfter,
            Instant entryClosesAt,
            int offerPeriodWorkingDays)
            implements PlacementHistory {}

    /**
     * @param fiction the letter that counts as arrived, and may yet come back; null when the proof
     *     stands
     */
    record Reached(
            UUID referralId,
            UUID offerId,
            Instant reachedAt,
            Instant answerBy,
            @Nullable UUID fiction)
            implements PlacementHistory {}

    /** A proof that stands came after the fiction: nothing takes the reach back any more. */
    record ReachConfirmed(UUID referralId, UUID offerId) implements PlacementHistory {}

    /**
     * The letter came back: the offer has reached nobody, and is held until {@code unreachedAfter}.
     */
    record ReachTakenBack(UUID referralId, UUID offerId, Instant unreachedAfter)
            implements PlacementHistory {}

    record Accepted(
            UUID referralId,
            UUID offerId,
            UUID courseId,
            int section,
            LocalDate startsOn,
            AnsweredBy answeredBy,
            boolean keepsWaiting)
            implements PlacementHistory {}

    record Declined(
            UUID referralId,
            UUID offerId,
            UUID courseId,
            int courseVersion,
            AnsweredBy answeredBy,
            DeclineReason reason)
            implements PlacementHistory {}

    record Expired(UUID referralId, UUID offerId, UUID courseId, ExpiryCause cause)
            implements PlacementHistory {}

    record Withdrawn(UUID referralId, UUID offerId, UUID courseId, OfferWithdrawalCause cause)
            implements PlacementHistory {}

    /** The accepted place is lost or given back. */
    record Released(UUID referralId, UUID offerId, UUID courseId, ReleaseCause cause)
            implements PlacementHistory {}

    /**
     * Why a place was given back; that course, as it was then, is not offered again.
     *
     * @param courseVersion of the offer by which the person had got the place
     * @param nextSection with which the person goes on elsewhere; null when the course had not
     *     begun
     */
    record ProviderChanged(
            UUID referralId,
            UUID offerId,
            UUID courseId,
            int courseVersion,
            ProviderChangeReason reason,
            @Nullable Integer nextSection)
            implements PlacementHistory {}

    /** The person still wants a place: courses whose offer expired are open again. */
    record InterestRenewed(UUID referralId) implements PlacementHistory {}

    /** The person sits in the course: the wait is over. */
    record Begun(UUID referralId, UUID courseId, LocalDate startedOn) implements PlacementHistory {}

    /** The referral ended: nobody waits any more. */
    record Left(UUID referralId) implements PlacementHistory {}

    /** Another referral of the person stands for this one, as long as that one lasts. */
    record SteppedAside(UUID referralId) implements PlacementHistory {}

    record Warned(
            UUID referralId,
            ClockKind clock,
            LocalDate due,
            @Nullable UUID offerId,
            @Nullable UUID alternativeCourseId)
            implements PlacementHistory {}

    record Breached(
            UUID referralId,
            ClockKind clock,
            LocalDate due,
            @Nullable UUID offerId,
            @Nullable UUID alternativeCourseId)
            implements PlacementHistory {}
}
