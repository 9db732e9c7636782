package de.kim.allocation.react;

import de.kim.allocation.write.BeginCourse;
import de.kim.events.ParticipantStarted;
import de.kim.events.ReferralCompleted;
import java.util.List;

/** Who sits in the course waits no more; the catalogue or referral-service may say it first. */
public final class WhenParticipantStartedThenStopWaiting {
    private WhenParticipantStartedThenStopWaiting() {}

    public static List<BeginCourse> react(ParticipantStarted event) {
        return List.of(new BeginCourse(event.referralId(), event.courseId(), event.startedOn()));
    }

    public static List<BeginCourse> react(ReferralCompleted event) {
        return List.of(new BeginCourse(event.referralId(), event.courseId(), event.startedOn()));
    }
}
