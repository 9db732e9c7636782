package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.events.PlaceAccepted;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/** The place is taken: the person is told so, whoever answered. */
public final class WhenPlaceAcceptedThenPlanMessage {
    private WhenPlaceAcceptedThenPlanMessage() {}

    public static List<PlanMessage> react(PlaceAccepted event, UUID eventId) {
        return List.of(
                PlanMessage.because(
                        eventId,
                        event.referralId(),
                        event.offerId(),
                        MessageKind.ACCEPTED,
                        Channel.EMAIL));
    }
}
