package de.kim.allocation.write;

import de.kim.allocation.write.Offer.State;
import de.kim.events.OfferWithdrawalCause;
import de.kim.events.ReleaseCause;
import de.kim.kit.refusal.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/**
 * Where a course's places and a person's placement change together, in one unit of work: both or
 * neither. {@link OpenFiles} takes the locks, courses before people.
 */
public class PlaceDesk {
    private final Files files;

    public PlaceDesk(Files files) {
        this.files = files;
    }

    @CommandHandler
    public void decide(OfferPlace command) {
        Match match = command.match();
        OpenFiles open = files.open(match.referralId(), seen -> Stream.of(match.courseId()));
        if (open.look(placement -> placement.mayBeOffered(command))) {
            open.course(match.courseId())
                    .execute(course -> course.hold(command.offerId(), match.referralId()));
            open.placement().execute(placement -> placement.offer(command));
        }
    }

    @CommandHandler
    public void decide(AcceptPlace command) {
        OpenFiles open =
                files.open(
                        command.referralId(),
                        seen ->
                                Stream.concat(
                                        Stream.of(seen.offer(command.offerId()).courseId()),
                                        seen.place().map(Offer::courseId).stream()));
        if (!isOpen(open, command.offerId(), State.ACCEPTED, command.at())) {
            return;
        }
        // keeping the queue for a better place ends with the start of the course
        refuseIf(open.look(Placement::hasBegun), AllocationRefusal.ALREADY_PLACED);
        UUID courseId = open.look(placement -> placement.offer(command.offerId())).courseId();
        open.look(Placement::place).ifPresent(old -> free(open, old));
        open.course(courseId).execute(course -> course.take(command.offerId()));
        open.placement().execute(placement -> placement.accept(command));
    }

    @CommandHandler
    public void decide(DeclinePlace command) {
        OpenFiles open = open(command.referralId(), command.offerId());
        if (isOpen(open, command.offerId(), State.DECLINED, command.at())) {
            free(open, open.look(placement -> placement.offer(command.offerId())));
            open.placement().execute(placement -> placement.decline(command));
        }
    }

    @CommandHandler
    public void decide(ExpireOffer command) {
        OpenFiles open = open(command.referralId(), command.offerId());
        Offer offer = open.look(placement -> placement.offer(command.offerId()));
        if (offer.state() == State.EXPIRED) {
            return;
        }
        refuseIf(!offer.isLive(), AllocationRefusal.OFFER_NOT_LIVE);
        refuseIf(offer.isOpenAt(command.at()), AllocationRefusal.OFFER_NOT_DUE);
        free(open, offer);
        open.placement().execute(placement -> placement.expire(offer));
    }

    @CommandHandler
    public void decide(WithdrawOffer command) {
        OpenFiles open = open(command.referralId(), command.offerId());
        Offer offer = open.look(placement -> placement.offer(command.offerId()));
        if (offer.state() == State.WITHDRAWN) {
            return;
        }
        refuseIf(!offer.isLive(), AllocationRefusal.OFFER_NOT_LIVE);
        free(open, offer);
        open.placement().execute(placement -> placement.withdraw(offer, command.cause()));
    }

    @CommandHandler
    public void decide(ReleasePlace command) {
        OpenFiles open =
                files.open(
                        command.referralId(), seen -> seen.place().map(Offer::courseId).stream());
        Optional<Offer> place =
                open.look(Placement::place)
                        .filter(held -> held.courseId().equals(command.courseId()));
        if (place.isEmpty()) {
            boolean gone = open.look(placement -> placement.everHeld(command.courseId()));
            refuseIf(!gone, AllocationRefusal.PLACE_NOT_FOUND);
            return;
        }
        free(open, place.get());
        open.placement().execute(placement -> placement.release(place.get(), command.cause()));
    }

    @CommandHandler
    public void decide(ChangeProvider command) {
        OpenFiles open =
                files.open(
                        command.referralId(), seen -> seen.place().map(Offer::courseId).stream());
        Optional<Offer> place = open.look(Placement::place);
        if (place.isEmpty()) {
            boolean done = open.look(Placement::hasChangedProvider);
            refuseIf(!done, AllocationRefusal.PLACE_NOT_FOUND);
            return;
        }
        refuseIf(open.look(Placement::hasLeft), AllocationRefusal.REFERRAL_CLOSED);
        boolean begun = open.look(Placement::hasBegun);
        refuseIf(begun && command.nextSection() == null, AllocationRefusal.COURSE_BEGUN);
        free(open, place.get());
        Integer next = begun ? command.nextSection() : null;
        open.placement().execute(p -> p.changeProvider(place.get(), command.reason(), next));
    }

    @CommandHandler
    public void decide(LeaveWaitingList command) {
        OpenFiles open = openAll(command.referralId());
        if (open.look(Placement::hasLeft)) {
            return;
        }
        withdrawLive(open, OfferWithdrawalCause.REFERRAL_WITHDRAWN);
        // who sits in the course has no place to give to others
        open.look(Placement::place)
                .filter(place -> !open.look(Placement::hasBegun))
                .ifPresent(
                        place -> {
                            free(open, place);
                            open.placement()
                                    .execute(
                                            p -> p.release(place, ReleaseCause.REFERRAL_WITHDRAWN));
                        });
        open.placement().execute(Placement::leave);
    }

    @CommandHandler
    public void decide(StepAside command) {
        OpenFiles open = openAll(command.referralId());
        if (open.look(Placement::hasLeft)
                || open.look(Placement::standsAside)
                || open.look(Placement::place).isPresent()) {
            return;
        }
        withdrawLive(open, OfferWithdrawalCause.REFERRAL_WITHDRAWN);
        open.placement().execute(Placement::stepAside);
    }

    /** An accepted place stays: whether the course can be begun is between person and provider. */
    @CommandHandler
    public void decide(WithdrawLiveOffer command) {
        withdrawLive(openAll(command.referralId()), command.cause());
    }

    private OpenFiles openAll(UUID referralId) {
        return files.open(
                referralId,
                seen ->
                        Stream.concat(seen.liveOffer().stream(), seen.place().stream())
                                .map(Offer::courseId));
    }

    private static void withdrawLive(OpenFiles open, OfferWithdrawalCause cause) {
        open.look(Placement::liveOffer)
                .ifPresent(
                        offer -> {
                            free(open, offer);
                            open.placement().execute(p -> p.withdraw(offer, cause));
                        });
    }

    @CommandHandler
    public void decide(WithdrawOffers command) {
        withdrawAll(files.course(command.courseId()), command.cause());
    }

    @CommandHandler
    public void decide(CancelCourse command) {
        Aggregate<CoursePlaces> course = files.course(command.courseId());
        course.execute(places -> places.decide(new CloseCourse(command.courseId())));
        withdrawAll(course, OfferWithdrawalCause.COURSE_CANCELLED);
        byPerson(course.invoke(CoursePlaces::taken))
                .forEach(
                        (referralId, offerId) -> {
                            course.execute(places -> places.free(offerId));
                            files.placement(referralId)
                                    .execute(
                                            p ->
                                                    p.release(
                                                            p.offer(offerId),
                                                            ReleaseCause.COURSE_CANCELLED));
                        });
    }

    private void withdrawAll(Aggregate<CoursePlaces> course, OfferWithdrawalCause cause) {
        byPerson(course.invoke(CoursePlaces::held))
                .forEach(
                        (referralId, offerId) -> {
                            course.execute(places -> places.free(offerId));
                            files.placement(referralId)
                                    .execute(p -> p.withdraw(p.offer(offerId), cause));
                        });
    }

    private OpenFiles open(UUID referralId, UUID offerId) {
        return files.open(referralId, seen -> Stream.of(seen.offer(offerId).courseId()));
    }

    /** Whether there is still something to do; refused when the offer ended in another way. */
    private static boolean isOpen(OpenFiles open, UUID offerId, State same, Instant at) {
        Offer offer = open.look(placement -> placement.offer(offerId));
        if (offer.state() == same) {
            return false;
        }
        refuseIf(!offer.isOpenAt(at), AllocationRefusal.OFFER_NOT_LIVE);
        return true;
    }

    private static void free(OpenFiles open, Offer offer) {
        open.course(offer.courseId()).execute(course -> course.free(offer.offerId()));
    }

    /** Turned round and sorted: locks on people are taken in the order of their ids. */
    private static Map<UUID, UUID> byPerson(Map<UUID, UUID> byOffer) {
        Map<UUID, UUID> turned = new TreeMap<>();
        byOffer.forEach((offerId, referralId) -> turned.put(referralId, offerId));
        return turned;
    }

    private static void refuseIf(boolean condition, AllocationRefusal refusal) {
        if (condition) {
            throw new Refused(refusal);
        }
    }
}
