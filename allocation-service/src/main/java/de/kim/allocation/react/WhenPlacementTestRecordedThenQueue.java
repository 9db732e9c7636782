package de.kim.allocation.react;

import de.kim.allocation.write.QueueReferral;
import de.kim.allocation.write.WorkingDays;
import de.kim.events.PlacementTestRecorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A referral with a test result is complete enough to wait for a place. */
public final class WhenPlacementTestRecordedThenQueue {
    private WhenPlacementTestRecordedThenQueue() {}

    /**
     * What is known of the referral: its test comes after its request, both being of one subject.
     *
     * @param standsAside it ended, or another referral of the same person stands for it
     */
    public record Standing(UUID person, boolean standsAside) {}

    /**
     * @param at when the test was recorded, whose local date is the day of queuing
     */
    public static List<QueueReferral> react(
            PlacementTestRecorded event, Optional<Standing> referral, Instant at) {
        return referral.filter(known -> !known.standsAside()).stream()
                .map(
                        known ->
                                new QueueReferral(
                                        event.referralId(),
                                        known.person(),
                                        at.atZone(WorkingDays.ZONE).toLocalDate(),
                                        event.recommendedType(),
                                        event.recommendedSection()))
                .toList();
    }
}
