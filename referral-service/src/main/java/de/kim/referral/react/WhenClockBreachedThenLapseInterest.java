package de.kim.referral.react;

import de.kim.events.ClockBreached;
import de.kim.events.ClockKind;
import de.kim.referral.write.LapseInterest;
import java.util.List;

/** Who did not answer whether a place is still wanted takes part in no round until they do. */
public final class WhenClockBreachedThenLapseInterest {
    private WhenClockBreachedThenLapseInterest() {}

    public static List<LapseInterest> react(ClockBreached event) {
        return event.clock() == ClockKind.INTEREST_LAPSE
                ? List.of(new LapseInterest(event.referralId(), event.due()))
                : List.of();
    }
}
