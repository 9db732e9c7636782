package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.events.OfferWithdrawn;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/** The offer was taken back: the person is told so, whatever the cause. */
public final class WhenOfferWithdrawnThenPlanMessage {
    private WhenOfferWithdrawnThenPlanMessage() {}

    public static List<PlanMessage> react(OfferWithdrawn event, UUID eventId) {
        return List.of(
                PlanMessage.because(
                        eventId,
                        event.referralId(),
                        event.offerId(),
                        MessageKind.CANCELLATION,
                        Channel.EMAIL));
    }
}
