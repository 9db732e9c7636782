package de.kim.allocation.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.allocation.write.PlacementHistory.Accepted;
import de.kim.allocation.write.PlacementHistory.Begun;
import de.kim.allocation.write.PlacementHistory.Breached;
import de.kim.allocation.write.PlacementHistory.Decided;
import de.kim.allocation.write.PlacementHistory.Declined;
import de.kim.allocation.write.PlacementHistory.Expired;
import de.kim.allocation.write.PlacementHistory.Granted;
import de.kim.allocation.write.PlacementHistory.InterestRenewed;
import de.kim.allocation.write.PlacementHistory.Left;
import de.kim.allocation.write.PlacementHistory.Offered;
import de.kim.allocation.write.PlacementHistory.ProviderChanged;
import de.kim.allocation.write.PlacementHistory.Queued;
import de.kim.allocation.write.PlacementHistory.ReachConfirmed;
import de.kim.allocation.write.PlacementHistory.ReachTakenBack;
import de.kim.allocation.write.PlacementHistory.Reached;
import de.kim.allocation.write.PlacementHistory.Released;
import de.kim.allocation.write.PlacementHistory.SteppedAside;
import de.kim.allocation.write.PlacementHistory.TestChanged;
import de.kim.allocation.write.PlacementHistory.Warned;
import de.kim.allocation.write.PlacementHistory.Withdrawn;
import de.kim.events.ClockKind;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.Outcome;
import de.kim.events.ProviderChangeReason;
import de.kim.events.ReleaseCause;
import de.kim.kit.refusal.Refused;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One person on the way to a place: at most one accepted place and at most one live offer. What
 * touches a course's places too goes through {@link PlaceDesk}. Commands come whether or not
 * anything is known of the person yet, so each may find an empty history and has an answer to it.
 */
@Aggregate
public class Placement {
    @AggregateIdentifier private @Nullable UUID referralId;
    private final PlacementState state = new PlacementState();

    Placement() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(QueueReferral command) {
        refuseIf(hasLeft(), AllocationRefusal.REFERRAL_CLOSED);
        if (!state.queued() || state.aside()) {
            apply(
                    new Queued(
                            command.referralId(),
                            command.person(),
                            command.queuedOn(),
                            command.recommendedType(),
                            command.recommendedSection()));
        } else if (!state.tested(command.recommendedType(), command.recommendedSection())) {
            apply(
                    new TestChanged(
                            command.referralId(),
                            command.recommendedType(),
                            command.recommendedSection()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RecordDecision command) {
        refuseIf(!state.waits(), AllocationRefusal.NOT_WAITING);
        if (state.lastOutcome() != Outcome.WAITING) {
            apply(
                    new Decided(
                            command.referralId(),
                            command.roundId(),
                            Outcome.WAITING,
                            null,
                            null,
                            command.reasons()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReachOffer command) {
        Offer offer = offer(command.offerId());
        if (offer.answerBy() != null) {
            if (offer.fiction() != null && command.fiction() == null) {
                apply(new ReachConfirmed(command.referralId(), command.offerId()));
            }
            return;
        }
        refuseIf(!offer.isOpenAt(command.reachedAt()), AllocationRefusal.OFFER_NOT_LIVE);
        apply(
                new Reached(
                        command.referralId(),
                        command.offerId(),
                        command.reachedAt(),
                        offer.answerBy(command.reachedAt()),
                        command.fiction()));
    }

    /** An offer that has ended stays as it ended. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(TakeReachBack command) {
        Offer offer = offer(command.offerId());
        if (offer.isOpenAt(command.at()) && command.messageId().equals(offer.fiction())) {
            apply(
                    new ReachTakenBack(
                            command.referralId(),
                            command.offerId(),
                            offer.unreachedAgain(command.at())));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ConfirmInterest command) {
        refuseIf(!state.queued(), AllocationRefusal.REFERRAL_NOT_FOUND);
        if (state.hasExpired()) {
            apply(new InterestRenewed(command.referralId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BeginCourse command) {
        refuseIf(!state.holds(command.courseId()), AllocationRefusal.PLACE_NOT_FOUND);
        if (!state.begun()) {
            apply(new Begun(command.referralId(), command.courseId(), command.startedOn()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WarnOfClock command) {
        refuseIf(!state.isOnTheWay(), AllocationRefusal.NOT_WAITING);
        UUID offerId = command.offerId();
        refuseIf(offerId != null && !offer(offerId).isLive(), AllocationRefusal.OFFER_NOT_LIVE);
        if (!state.warned(command.clock(), command.due(), offerId)) {
            apply(
                    new Warned(
                            command.referralId(),
                            command.clock(),
                            command.due(),
                            offerId,
                            command.alternativeCourseId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BreachClock command) {
        refuseIf(!state.isOnTheWay(), AllocationRefusal.NOT_WAITING);
        if (!state.breached(command.clock(), command.due(), command.offerId())) {
            apply(
                    new Breached(
                            command.referralId(),
                            command.clock(),
                            command.due(),
                            command.offerId(),
                            command.alternativeCourseId()));
        }
    }

    /** Whether the offer still has to be made; refused when the person may have none. */
    boolean mayBeOffered(OfferPlace command) {
        if (state.offer(command.offerId()).isPresent()) {
            return false;
        }
        Match match = command.match();
        refuseIf(state.left(), AllocationRefusal.REFERRAL_CLOSED);
        refuseIf(!state.queued(), AllocationRefusal.NOT_WAITING);
        refuseIf(state.liveOffer().isPresent(), AllocationRefusal.OFFER_ALREADY_LIVE);
        refuseIf(!state.mayMoveTo(match), AllocationRefusal.ALREADY_PLACED);
        refuseIf(state.satIn(match.courseId()), AllocationRefusal.ALREADY_PLACED);
        refuseIf(!command.at().isBefore(match.entryClosesAt()), AllocationRefusal.ENTRY_CLOSED);
        return true;
    }

    void offer(OfferPlace command) {
        Match match = command.match();
        Grant grant = match.grant();
        if (grant != null) {
            apply(
                    new Granted(
                            match.referralId(),
                            command.roundId(),
                            match.courseId(),
                            grant.condition(),
                            grant.secondBody(),
                            grant.displaced()));
        }
        apply(
                new Decided(
                        match.referralId(),
                        command.roundId(),
                        Outcome.OFFERED,
                        match.courseId(),
                        match.section(),
                        command.reasons()));
        apply(
                new Offered(
                        match.referralId(),
                        command.offerId(),
                        command.roundId(),
                        match.courseId(),
                        match.courseVersion(),
                        match.section(),
                        match.startsOn(),
                        match.unreachedAfter(),
                        match.entryClosesAt(),
                        match.offerPeriodWorkingDays()));
    }

    void accept(AcceptPlace command) {
        // first out, then in: at no point of the history are there two accepted places
        state.place().ifPresent(old -> release(old, ReleaseCause.BETTER_PLACE_ACCEPTED));
        Offered offered = state.offered(command.offerId());
        apply(
                new Accepted(
                        command.referralId(),
                        command.offerId(),
                        offered.courseId(),
                        offered.section(),
                        offered.startsOn(),
                        command.answeredBy(),
                        command.keepsWaiting()));
    }

    void decline(DeclinePlace command) {
        Offered offered = state.offered(command.offerId());
        apply(
                new Declined(
                        command.referralId(),
                        command.offerId(),
                        offered.courseId(),
                        offered.courseVersion(),
                        command.answeredBy(),
                        command.reason()));
    }

    void expire(Offer offer) {
        apply(new Expired(id(), offer.offerId(), offer.courseId(), offer.expiryCause()));
        apply(new Breached(id(), ClockKind.OFFER_PERIOD, offer.lastDay(), offer.offerId(), null));
    }

    void withdraw(Offer offer, OfferWithdrawalCause cause) {
        apply(new Withdrawn(id(), offer.offerId(), offer.courseId(), cause));
    }

    void release(Offer place, ReleaseCause cause) {
        apply(new Released(id(), place.offerId(), place.courseId(), cause));
    }

    void changeProvider(Offer place, ProviderChangeReason reason, @Nullable Integer nextSection) {
        release(place, ReleaseCause.PROVIDER_CHANGED);
        int version = state.offered(place.offerId()).courseVersion();
        apply(
                new ProviderChanged(
                        id(), place.offerId(), place.courseId(), version, reason, nextSection));
    }

    void leave() {
        apply(new Left(id()));
    }

    void stepAside() {
        apply(new SteppedAside(id()));
    }

    Offer offer(UUID offerId) {
        return state.offer(offerId)
                .orElseThrow(() -> new Refused(AllocationRefusal.OFFER_NOT_FOUND));
    }

    Optional<Offer> liveOffer() {
        return state.liveOffer();
    }

    /** The offer by which the person got the accepted place. */
    Optional<Offer> place() {
        return state.place();
    }

    boolean everHeld(UUID courseId) {
        return state.everHeld(courseId);
    }

    /** Gave the last place back for another provider and got no offer since. */
    boolean hasChangedProvider() {
        return state.changedProvider();
    }

    boolean hasBegun() {
        return state.begun();
    }

    /** For good. */
    boolean hasLeft() {
        return state.left() && !state.aside();
    }

    boolean standsAside() {
        return state.aside();
    }

    @EventSourcingHandler
    void evolve(PlacementHistory event) {
        referralId = event.referralId();
        state.evolve(event);
    }

    private UUID id() {
        if (referralId == null) {
            throw new IllegalStateException("no history yet");
        }
        return referralId;
    }

    private static void refuseIf(boolean condition, AllocationRefusal refusal) {
        if (condition) {
            throw new Refused(refusal);
        }
    }
}
