package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.events.PlaceReleased;
import de.kim.events.ReleaseCause;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The course of somebody who had accepted was cancelled: the person gets an apology. Whoever gave
 * the place up or did not appear knows it.
 */
public final class WhenPlaceReleasedThenPlanMessage {
    private WhenPlaceReleasedThenPlanMessage() {}

    /**
     * @param offerId the offer by which the person had got the place, as far as it was heard of
     */
    public static List<PlanMessage> react(
            PlaceReleased event, Optional<UUID> offerId, UUID eventId) {
        return event.cause() == ReleaseCause.COURSE_CANCELLED
                ? offerId.stream()
                        .map(
                                offer ->
                                        PlanMessage.because(
                                                eventId,
                                                event.referralId(),
                                                offer,
                                                MessageKind.CANCELLATION,
                                                Channel.EMAIL))
                        .toList()
                : List.of();
    }
}
