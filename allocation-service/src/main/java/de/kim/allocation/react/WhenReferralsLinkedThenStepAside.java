package de.kim.allocation.react;

import de.kim.allocation.write.StepAside;
import de.kim.events.ReferralsLinked;
import java.util.List;

/** One person waits once: the linked referral leaves the list, unless it already has the place. */
public final class WhenReferralsLinkedThenStepAside {
    private WhenReferralsLinkedThenStepAside() {}

    /**
     * @param stands whether it is still so: an older link may be heard after a newer one
     */
    public static List<StepAside> react(ReferralsLinked event, boolean stands) {
        return stands ? List.of(new StepAside(event.linkedReferralId())) : List.of();
    }
}
