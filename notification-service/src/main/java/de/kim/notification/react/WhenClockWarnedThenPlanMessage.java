package de.kim.notification.react;

import de.kim.events.Channel;
import de.kim.events.ClockWarned;
import de.kim.events.MessageKind;
import de.kim.notification.write.PlanMessage;
import java.util.List;
import java.util.UUID;

/**
 * The time to answer is almost over: the person is reminded of the offer, or asked whether a place
 * is still wanted. The other clocks are those of the offices.
 */
public final class WhenClockWarnedThenPlanMessage {
    private WhenClockWarnedThenPlanMessage() {}

    public static List<PlanMessage> react(ClockWarned event, UUID eventId) {
        return switch (event.clock()) {
            case OFFER_PERIOD -> List.of(plan(event, eventId, MessageKind.REMINDER));
            case INTEREST, INTEREST_LAPSE -> List.of(plan(event, eventId, MessageKind.INTEREST));
            case SIX_WEEKS, ENTITLEMENT_LAPSE -> List.of();
        };
    }

    private static PlanMessage plan(ClockWarned event, UUID eventId, MessageKind kind) {
        return PlanMessage.because(
                eventId, event.referralId(), event.offerId(), kind, Channel.EMAIL);
    }
}
