package de.kim.allocation.react;

import de.kim.allocation.write.LeaveWaitingList;
import java.util.List;
import java.util.UUID;

/** Withdrawn, entered in error or erased: offer and place go to others. */
public final class WhenReferralEndedThenLeave {
    private WhenReferralEndedThenLeave() {}

    public static List<LeaveWaitingList> react(UUID referralId) {
        return List.of(new LeaveWaitingList(referralId));
    }
}
