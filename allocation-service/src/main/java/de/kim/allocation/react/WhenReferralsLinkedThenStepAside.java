package de.kim.allocation.react;

import de.kim.allocation.write.StepAside;
import de.kim.events.ReferralsLinked;
import java.util.List;

/** One person waits once: the linked referral leaves the list, unless it already has the place. */
public final class WhenReferralsLinkedThenStepAside {
    private WhenReferralsLinkedThenStepAside() {}

    public static List<StepAside> react(ReferralsLinked event) {
        return List.of(new StepAside(event.linkedReferralId()));
    }
}
