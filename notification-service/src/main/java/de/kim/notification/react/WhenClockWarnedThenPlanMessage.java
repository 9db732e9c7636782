package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.ClockKind;
import de.kim.events.ClockWarned;
import de.kim.events.MessageKind;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/** The time to answer an offer is almost over: the person is reminded; other clocks are staff's. */
public final class WhenClockWarnedThenPlanMessage {
    private WhenClockWarnedThenPlanMessage() {}

    public static List<PlanMessage> react(ClockWarned event, UUID eventId) {
        UUID offerId = event.offerId();
        return event.clock() == ClockKind.OFFER_PERIOD && offerId != null
                ? List.of(
                        PlanMessage.because(
                                eventId,
                                event.referralId(),
                                offerId,
                                MessageKind.REMINDER,
                                Channel.EMAIL))
                : List.of();
    }
}
