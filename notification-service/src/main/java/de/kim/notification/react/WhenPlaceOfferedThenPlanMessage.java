package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.events.PlaceOffered;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/** A place is held: the person is told, and the offer's clock waits for the proof. */
public final class WhenPlaceOfferedThenPlanMessage {
    private WhenPlaceOfferedThenPlanMessage() {}

    public static List<PlanMessage> react(PlaceOffered event, UUID eventId) {
        return List.of(
                PlanMessage.because(
                        eventId,
                        event.referralId(),
                        event.offerId(),
                        MessageKind.OFFER,
                        Channel.EMAIL));
    }
}
