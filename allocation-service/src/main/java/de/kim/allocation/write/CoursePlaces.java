package de.kim.allocation.write;

import static de.kim.allocation.write.AllocationRefusal.COURSE_CLOSED;
import static de.kim.allocation.write.AllocationRefusal.COURSE_FULL;
import static de.kim.allocation.write.AllocationRefusal.COURSE_NOT_FOUND;
import static de.kim.allocation.write.AllocationRefusal.OFFER_NOT_LIVE;
import static de.kim.allocation.write.AllocationRefusal.PLACES_OUT_OF_RANGE;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import de.kim.allocation.write.CoursePlacesHistory.CapacitySet;
import de.kim.allocation.write.CoursePlacesHistory.Closed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceFreed;
import de.kim.allocation.write.CoursePlacesHistory.PlaceHeld;
import de.kim.allocation.write.CoursePlacesHistory.PlaceTaken;
import de.kim.allocation.write.CoursePlacesHistory.SoonStale;
import de.kim.allocation.write.CoursePlacesHistory.Stale;
import de.kim.kit.refusal.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The places of one course. Allocation owns them: accepted places and live offers never exceed the
 * capacity in force. Holding, taking and freeing go through {@link PlaceDesk} only, together with
 * the person's {@link Placement}.
 */
@Aggregate
public class CoursePlaces {
    static final int MOST_PLACES = 1000;

    @AggregateIdentifier private @Nullable UUID courseId;
    private int asked;
    private int capacity;
    private boolean closed;
    private @Nullable LocalDate soonStale;
    private @Nullable LocalDate stale;

    /** Offer to referral. */
    private final Map<UUID, UUID> held = new TreeMap<>();

    /** Offer to referral. */
    private final Map<UUID, UUID> taken = new TreeMap<>();

    CoursePlaces() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AskCapacity command) {
        if (command.places() < 0 || command.places() > MOST_PLACES) {
            throw new Refused(PLACES_OUT_OF_RANGE);
        }
        if (closed) {
            throw new Refused(COURSE_CLOSED);
        }
        int inForce = Math.max(command.places(), used());
        if (courseId == null || command.places() != asked || inForce != capacity) {
            apply(new CapacitySet(command.courseId(), command.places(), inForce));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(CloseCourse command) {
        if (!closed) {
            apply(new Closed(command.courseId()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WatchPlaces command) {
        if (courseId == null) {
            throw new Refused(COURSE_NOT_FOUND);
        }
        if (closed) {
            throw new Refused(COURSE_CLOSED);
        }
        if (command.over() && !command.due().equals(stale)) {
            apply(new Stale(id(), command.due()));
        } else if (!command.over() && !command.due().equals(soonStale)) {
            apply(new SoonStale(id(), command.due()));
        }
    }

    void hold(UUID offerId, UUID referralId) {
        if (held.containsKey(offerId) || taken.containsKey(offerId)) {
            return;
        }
        if (closed) {
            throw new Refused(COURSE_CLOSED);
        }
        if (used() >= capacity) {
            throw new Refused(COURSE_FULL);
        }
        apply(new PlaceHeld(id(), offerId, referralId));
    }

    void take(UUID offerId) {
        if (taken.containsKey(offerId)) {
            return;
        }
        UUID referralId = held.get(offerId);
        if (referralId == null) {
            throw new Refused(OFFER_NOT_LIVE);
        }
        apply(new PlaceTaken(id(), offerId, referralId));
    }

    void free(UUID offerId) {
        UUID referralId = held.getOrDefault(offerId, taken.get(offerId));
        if (referralId == null) {
            return;
        }
        apply(new PlaceFreed(id(), offerId, referralId, taken.containsKey(offerId)));
        // a fall that could not be granted at once goes on with every place that becomes free
        int inForce = Math.max(asked, used());
        if (inForce < capacity) {
            apply(new CapacitySet(id(), asked, inForce));
        }
    }

    @EventSourcingHandler
    void evolve(CoursePlacesHistory event) {
        courseId = event.courseId();
        switch (event) {
            case CapacitySet e -> {
                asked = e.placesAsked();
                capacity = e.capacity();
            }
            case PlaceHeld e -> held.put(e.offerId(), e.referralId());
            case PlaceTaken e -> {
                held.remove(e.offerId());
                taken.put(e.offerId(), e.referralId());
            }
            case PlaceFreed e -> {
                held.remove(e.offerId());
                taken.remove(e.offerId());
            }
            case SoonStale e -> soonStale = e.due();
            case Stale e -> stale = e.due();
            case Closed e -> closed = true;
        }
    }

    /** Live offers, offer to referral. */
    Map<UUID, UUID> held() {
        return new TreeMap<>(held);
    }

    /** Accepted places, offer to referral. */
    Map<UUID, UUID> taken() {
        return new TreeMap<>(taken);
    }

    private int used() {
        return held.size() + taken.size();
    }

    private UUID id() {
        if (courseId == null) {
            throw new IllegalStateException("no history yet");
        }
        return courseId;
    }
}
