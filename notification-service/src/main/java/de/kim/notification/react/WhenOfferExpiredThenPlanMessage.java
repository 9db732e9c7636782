package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.MessageKind;
import de.kim.events.OfferExpired;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/** The offer ended without an answer: the person is told so, whatever the cause. */
public final class WhenOfferExpiredThenPlanMessage {
    private WhenOfferExpiredThenPlanMessage() {}

    public static List<PlanMessage> react(OfferExpired event, UUID eventId) {
        return List.of(
                PlanMessage.because(
                        eventId,
                        event.referralId(),
                        event.offerId(),
                        MessageKind.EXPIRY,
                        Channel.EMAIL));
    }
}
