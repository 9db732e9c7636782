package de.kim.allocation;

import static de.kim.kit.door.Saying.publish;
import static de.kim.kit.door.Saying.staysHere;

import de.kim.allocation.write.AllocationHistory;
import de.kim.allocation.write.ClearingRoundHistory;
import de.kim.allocation.write.CoursePlacesHistory;
import de.kim.allocation.write.PlacementHistory;
import de.kim.allocation.write.PublishedRulebookHistory;
import de.kim.events.AllocationDecided;
import de.kim.events.CapacitySet;
import de.kim.events.ClockBreached;
import de.kim.events.ClockWarned;
import de.kim.events.OfferExpired;
import de.kim.events.OfferReached;
import de.kim.events.OfferWithdrawn;
import de.kim.events.OverrideGranted;
import de.kim.events.PlaceAccepted;
import de.kim.events.PlaceDeclined;
import de.kim.events.PlaceOffered;
import de.kim.events.PlaceReleased;
import de.kim.events.ProviderChanged;
import de.kim.events.ReferralQueued;
import de.kim.events.RoundOpened;
import de.kim.events.RoundVerified;
import de.kim.events.RulebookPublished;
import de.kim.kit.door.OutDoor;
import de.kim.kit.door.Saying;
import org.springframework.stereotype.Component;

/** Every public event that allocation says. */
@Component
public class Outbox implements OutDoor<AllocationHistory> {
    @Override
    public Class<AllocationHistory> stored() {
        return AllocationHistory.class;
    }

    @Override
    public Saying say(AllocationHistory event) {
        return switch (event) {
            case CoursePlacesHistory e -> say(e);
            case PlacementHistory e -> say(e);
            case ClearingRoundHistory e -> say(e);
            case PublishedRulebookHistory.Published e ->
                    publish(
                            new RulebookPublished(
                                    e.rulebook(), e.effectiveFrom(), e.reason(), e.approvedBy()));
        };
    }

    private static Saying say(CoursePlacesHistory event) {
        return switch (event) {
            case CoursePlacesHistory.CapacitySet e ->
                    publish(new CapacitySet(e.courseId(), e.placesAsked(), e.capacity()));
            // the person's own events tell of these
            case CoursePlacesHistory.PlaceHeld e -> staysHere();
            case CoursePlacesHistory.PlaceTaken e -> staysHere();
            case CoursePlacesHistory.PlaceFreed e -> staysHere();
            // the catalogue knows and shows it
            case CoursePlacesHistory.SoonStale e -> staysHere();
            case CoursePlacesHistory.Stale e -> staysHere();
            // the catalogue said so
            case CoursePlacesHistory.Closed e -> staysHere();
        };
    }

    private static Saying say(PlacementHistory event) {
        return switch (event) {
            case PlacementHistory.Queued e ->
                    publish(new ReferralQueued(e.referralId(), e.person(), e.queuedOn()));
            case PlacementHistory.Decided e ->
                    publish(
                            new AllocationDecided(
                                    e.referralId(),
                                    e.roundId(),
                                    e.outcome(),
                                    e.courseId(),
                                    e.section(),
                                    e.reasons()));
            case PlacementHistory.Granted e ->
                    publish(
                            new OverrideGranted(
                                    e.referralId(),
                                    e.roundId(),
                                    e.courseId(),
                                    e.condition(),
                                    e.secondBody(),
                                    e.displaced()));
            case PlacementHistory.Offered e ->
                    publish(
                            new PlaceOffered(
                                    e.referralId(),
                                    e.offerId(),
                                    e.roundId(),
                                    e.courseId(),
                                    e.section(),
                                    e.startsOn(),
                                    e.unreachedAfter()));
            case PlacementHistory.Reached e ->
                    publish(
                            new OfferReached(
                                    e.referralId(), e.offerId(), e.reachedAt(), e.answerBy()));
            // that it reached the person anew is said then
            case PlacementHistory.ReachConfirmed e -> staysHere();
            case PlacementHistory.ReachTakenBack e -> staysHere();
            case PlacementHistory.Accepted e ->
                    publish(
                            new PlaceAccepted(
                                    e.referralId(),
                                    e.offerId(),
                                    e.courseId(),
                                    e.section(),
                                    e.startsOn(),
                                    e.answeredBy(),
                                    e.keepsWaiting()));
            case PlacementHistory.Declined e ->
                    publish(
                            new PlaceDeclined(
                                    e.referralId(),
                                    e.offerId(),
                                    e.courseId(),
                                    e.answeredBy(),
                                    e.reason()));
            case PlacementHistory.Expired e ->
                    publish(new OfferExpired(e.referralId(), e.offerId(), e.courseId(), e.cause()));
            case PlacementHistory.Withdrawn e ->
                    publish(
                            new OfferWithdrawn(
                                    e.referralId(), e.offerId(), e.courseId(), e.cause()));
            case PlacementHistory.Released e ->
                    publish(new PlaceReleased(e.referralId(), e.courseId(), e.cause()));
            case PlacementHistory.Warned e ->
                    publish(
                            new ClockWarned(
                                    e.referralId(),
                                    e.clock(),
                                    e.due(),
                                    e.offerId(),
                                    e.alternativeCourseId()));
            case PlacementHistory.Breached e ->
                    publish(
                            new ClockBreached(
                                    e.referralId(),
                                    e.clock(),
                                    e.due(),
                                    e.offerId(),
                                    e.alternativeCourseId()));
            case PlacementHistory.ProviderChanged e ->
                    publish(new ProviderChanged(e.referralId(), e.courseId(), null, e.reason()));
            // said by referral-service or by the catalogue, or a matter of the next round
            case PlacementHistory.TestChanged e -> staysHere();
            case PlacementHistory.InterestRenewed e -> staysHere();
            case PlacementHistory.Begun e -> staysHere();
            case PlacementHistory.Left e -> staysHere();
            case PlacementHistory.SteppedAside e -> staysHere();
        };
    }

    private static Saying say(ClearingRoundHistory event) {
        return switch (event) {
            case ClearingRoundHistory.Opened e ->
                    publish(
                            new RoundOpened(
                                    e.roundId(),
                                    e.kind(),
                                    e.rulebookVersion(),
                                    e.algorithmVersion(),
                                    e.heldOn(),
                                    e.inputDigest(),
                                    e.lastSeen()));
            case ClearingRoundHistory.Verified e ->
                    publish(
                            new RoundVerified(
                                    e.roundId(),
                                    e.passed(),
                                    e.inputDigest(),
                                    e.outcomeDigest(),
                                    e.waiting(),
                                    e.matches().size(),
                                    e.verdicts()));
            case ClearingRoundHistory.Closed e -> staysHere();
        };
    }
}
