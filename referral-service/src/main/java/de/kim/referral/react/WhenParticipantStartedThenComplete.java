package de.kim.referral.react;

import de.kim.events.ParticipantStarted;
import de.kim.referral.write.CompleteReferral;

/** A referral reached its aim when the person began the course. */
public final class WhenParticipantStartedThenComplete {
    private WhenParticipantStartedThenComplete() {}

    public static CompleteReferral react(ParticipantStarted event) {
        return new CompleteReferral(event.referralId(), event.courseId(), event.startedOn());
    }
}
