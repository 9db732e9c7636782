package de.kim.kit.door;

import de.kim.events.Envelope;
import de.kim.events.Topic;
import de.kim.events.WireNames;
import de.kim.kit.door.CloudEventJson.Reading;
import de.kim.kit.door.InboxMarks.Turn;
import de.kim.kit.door.Parked.Why;
import de.kim.kit.work.MessageOrigin;
import de.kim.kit.work.RootUnitOfWork;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records one by one, from Kafka or from where they were parked. Each event is applied with
 * its mark in one root unit of work, or parked, or kept as failed: nothing is ever skipped, and
 * only the subject of a record that cannot be applied waits.
 */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final String UNKNOWN = "unknown";

    private final CloudEventJson json;
    private final RootUnitOfWork root;
    private final InboxMarks marks;
    private final ParkingLot parking;
    private final InDoor door;
    private final ProfileReception profiles;
    private final Failures failures;
    private final DoorMetrics metrics;
    private final StepListener steps;
    private final Clock clock;

    Reception(
            CloudEventJson json,
            RootUnitOfWork root,
            InboxMarks marks,
            ParkingLot parking,
            InDoor door,
            ProfileReception profiles,
            Failures failures,
            DoorMetrics metrics,
            StepListener steps,
            Clock clock) {
        this.json = json;
        this.root = root;
        this.marks = marks;
        this.parking = parking;
        this.door = door;
        this.profiles = profiles;
        this.failures = failures;
        this.metrics = metrics;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * An event that may be applied.
     *
     * @param counted the type under which it is counted
     * @param effect what it does when its turn has come
     * @param again what is done when its turn was before
     */
    private record Incoming(
            Address address,
            String type,
            String counted,
            Arrival arrival,
            Supplier<Heard> effect,
            Runnable again) {}

    private record Taken(Turn turn, Result result) {}

    /**
     * Takes one record, and then, in order, those that waited only for it.
     *
     * @throws RuntimeException when the database is away: the record was not taken
     */
    void receive(Arrival arrival) {
        Optional<Arrival> next = Optional.of(arrival);
        while (next.isPresent()) {
            steps.reached(Step.INBOX_READ);
            next = take(next.get());
            steps.reached(Step.INBOX_COMMITTED);
        }
    }

    /** Takes one that was parked. */
    void receiveAgain(Parked parked) {
        receive(parked.arrival());
        if (parked.why() == Why.MALFORMED) {
            root.run(() -> settle(parked));
        }
    }

    private void settle(Parked malformed) {
        byte[] bytes = malformed.arrival().bytes();
        if (bytes == null || json.read(bytes) instanceof Reading.Malformed) {
            parking.stillMalformed(malformed.id());
        } else {
            parking.remove(malformed.id());
        }
    }

    private Optional<Arrival> take(Arrival arrival) {
        byte[] bytes = arrival.bytes();
        if (bytes == null) {
            erased(arrival);
            return Optional.empty();
        }
        switch (json.read(bytes)) {
            case Reading.Known known -> {
                return event(known.envelope(), arrival, bytes);
            }
            case Reading.KnownProfile profile -> profiles.changed(profile.profile(), arrival);
            case Reading.Unknown unknown -> {
                return unknown(unknown, arrival, bytes);
            }
            case Reading.Malformed malformed -> malformed(malformed.reason(), arrival);
        }
        return Optional.empty();
    }

    private void erased(Arrival arrival) {
        if (arrival.topic() != Topic.PROFILES || !profiles.erased(arrival)) {
            malformed("no value", arrival);
        }
    }

    private Optional<Arrival> event(Envelope envelope, Arrival arrival, byte[] bytes) {
        return inTurn(
                new Incoming(
                        new Address(envelope.source(), envelope.subject(), envelope.sequence()),
                        envelope.type(),
                        envelope.type(),
                        arrival,
                        () -> hear(envelope, arrival, bytes),
                        () -> {
                            if (door instanceof LedgerDoor ledger) {
                                ledger.again(raw(envelope, arrival, bytes));
                            }
                        }),
                origin(envelope));
    }

    private Heard hear(Envelope envelope, Arrival arrival, byte[] bytes) {
        RootCommands.hearing(envelope.type());
        if (door instanceof LedgerDoor ledger) {
            ledger.keep(raw(envelope, arrival, bytes), envelope.event());
        }
        return door.hear(envelope.event(), envelope);
    }

    private static RawEvent raw(Envelope envelope, Arrival arrival, byte[] bytes) {
        return new RawEvent(
                envelope.id(),
                arrival.topic(),
                envelope.source(),
                envelope.subject(),
                envelope.sequence(),
                envelope.type(),
                envelope.time(),
                bytes);
    }

    /** Applies an event when its turn has come; gives the one that waited only for it. */
    private Optional<Arrival> inTurn(Incoming incoming, Map<String, String> origin) {
        Optional<Taken> taken =
                failures.guard(
                        incoming.address(),
                        incoming.type(),
                        incoming.arrival(),
                        () -> root.callRetrying(origin, () -> apply(incoming)));
        taken.ifPresent(it -> metrics.in(incoming.counted(), it.result()));
        return taken.filter(it -> it.turn() == Turn.NEXT_WITH_PARKED)
                .flatMap(it -> parking.after(incoming.address()))
                .map(Parked::arrival);
    }

    /** What every message that the event leads to takes over from it. */
    private static Map<String, String> origin(Envelope heard) {
        Map<String, String> origin = new HashMap<>();
        origin.put(MessageOrigin.CORRELATION_ID, heard.correlationId());
        origin.put(MessageOrigin.CAUSATION_ID, heard.id().toString());
        if (heard.body() != null) {
            origin.put(MessageOrigin.BODY, heard.body());
        }
        return origin;
    }

    private Taken apply(Incoming incoming) {
        Address address = incoming.address();
        Turn turn = marks.take(address);
        return switch (turn) {
            case PAST -> {
                incoming.again().run();
                yield new Taken(turn, Result.DROPPED);
            }
            case EARLY ->
                    new Taken(turn, park(Why.EARLY, address, incoming.type(), incoming.arrival()));
            case NEXT, NEXT_WITH_PARKED -> {
                steps.reached(Step.INBOX_MARKED);
                Heard heard = incoming.effect().get();
                if (turn == Turn.NEXT_WITH_PARKED) {
                    parking.applied(address);
                }
                steps.reached(Step.INBOX_APPLIED);
                yield new Taken(turn, heard == Heard.HANDLED ? Result.HANDLED : Result.IGNORED);
            }
        };
    }

    private Result park(Why why, Address address, String type, Arrival arrival) {
        boolean isNew = parking.park(why, address, type, arrival, clock.instant());
        return isNew ? Result.PARKED : Result.DROPPED;
    }

    private Optional<Arrival> unknown(Reading.Unknown unknown, Arrival arrival, byte[] bytes) {
        Address address = new Address(unknown.source(), unknown.subject(), unknown.sequence());
        if (door instanceof LedgerDoor ledger) {
            return inTurn(
                    new Incoming(
                            address,
                            unknown.type(),
                            UNKNOWN,
                            arrival,
                            () -> keep(ledger, unknown, arrival, bytes),
                            () -> ledger.again(raw(unknown, arrival, bytes))),
                    Map.of());
        }
        parkUnknown(address, unknown.type(), arrival);
        return Optional.empty();
    }

    private static Heard keep(
            LedgerDoor ledger, Reading.Unknown unknown, Arrival arrival, byte[] bytes) {
        LOG.warn("Kept an event of unknown type {}, from {}", unknown.type(), unknown.source());
        ledger.keep(raw(unknown, arrival, bytes), null);
        return Heard.HANDLED;
    }

    private static RawEvent raw(Reading.Unknown unknown, Arrival arrival, byte[] bytes) {
        return new RawEvent(
                unknown.id(),
                arrival.topic(),
                unknown.source(),
                unknown.subject(),
                unknown.sequence(),
                unknown.type(),
                unknown.time(),
                bytes);
    }

    private void parkUnknown(Address address, String type, Arrival arrival) {
        Result result =
                root.callRetrying(
                        () ->
                                marks.lock(address) < address.sequence()
                                        ? park(Why.UNKNOWN_TYPE, address, type, arrival)
                                        : Result.DROPPED);
        metrics.in(UNKNOWN, result);
        if (result == Result.PARKED) {
            LOG.warn("Parked an event of unknown type {}, from {}", type, address.source());
        }
    }

    private void malformed(String reason, Arrival arrival) {
        boolean isNew =
                root.callRetrying(() -> parking.malformed(arrival, reason, clock.instant()));
        metrics.in("malformed", isNew ? Result.DEAD : Result.DROPPED);
        if (isNew) {
            LOG.error(
                    "Malformed record on {}, partition {}, offset {}: {}",
                    arrival.topic().destination(),
                    arrival.partition(),
                    arrival.offset(),
                    reason);
        }
    }

    /** After an upgrade: types that this version knows wait no longer. */
    void knowMoreTypes() {
        root.run(() -> parking.nowKnown(WireNames.all().keySet()));
    }
}
