package de.kim.kit.door;

import de.kim.events.Profile;
import de.kim.events.Topic;
import de.kim.kit.door.InboxMarks.Turn;
import de.kim.kit.work.RootUnitOfWork;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Takes profiles: of each referral the highest version wins, and after an erasure no version comes
 * back. A profile does not wait for another one.
 */
final class ProfileReception {
    private static final String MARK_SOURCE = Topic.PROFILES.destination();
    private static final String ERASURE = "kim.profiles.erasure";

    /** Above every version. */
    private static final long ERASED = Long.MAX_VALUE;

    private final RootUnitOfWork root;
    private final InboxMarks marks;
    private final ParkingLot parking;
    private final InDoor door;
    private final Failures failures;
    private final DoorMetrics metrics;
    private final StepListener steps;

    ProfileReception(
            RootUnitOfWork root,
            InboxMarks marks,
            ParkingLot parking,
            InDoor door,
            Failures failures,
            DoorMetrics metrics,
            StepListener steps) {
        this.root = root;
        this.marks = marks;
        this.parking = parking;
        this.door = door;
        this.failures = failures;
        this.metrics = metrics;
        this.steps = steps;
    }

    void changed(Profile profile, Arrival arrival) {
        Address version =
                new Address(MARK_SOURCE, profile.referralId().toString(), profile.version());
        take(version, Profile.WIRE_NAME, arrival, () -> door.profile(profile));
    }

    /**
     * Takes a tombstone.
     *
     * @return false when its key is no referral
     */
    boolean erased(Arrival arrival) {
        byte[] key = arrival.key();
        if (key == null) {
            return false;
        }
        UUID referral;
        try {
            referral = UUID.fromString(new String(key, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
        Address last = new Address(MARK_SOURCE, referral.toString(), ERASED);
        take(last, ERASURE, arrival, () -> door.profileErased(referral));
        // also when the erasure is not new: a malformed profile may have been read again
        root.run(() -> parking.forgetProfiles(key));
        return true;
    }

    private void take(Address version, String type, Arrival arrival, Runnable effect) {
        failures.guard(
                        version,
                        type,
                        arrival,
                        () -> root.callRetrying(() -> apply(version, effect)))
                .ifPresent(result -> metrics.in(type, result));
    }

    private Result apply(Address version, Runnable effect) {
        Turn turn = marks.takeVersion(version);
        if (turn == Turn.PAST) {
            parking.superseded(version);
            return Result.DROPPED;
        }
        steps.reached(Step.INBOX_MARKED);
        effect.run();
        if (turn == Turn.NEXT_WITH_PARKED) {
            parking.applied(version);
        }
        steps.reached(Step.INBOX_APPLIED);
        return Result.HANDLED;
    }
}
