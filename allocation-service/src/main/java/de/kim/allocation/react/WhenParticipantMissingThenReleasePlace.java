package de.kim.allocation.react;

import de.kim.allocation.write.ReleasePlace;
import de.kim.events.ParticipantMissing;
import de.kim.events.ReleaseCause;
import java.util.List;

/** The place of somebody who did not appear is offered on. */
public final class WhenParticipantMissingThenReleasePlace {
    private WhenParticipantMissingThenReleasePlace() {}

    public static List<ReleasePlace> react(ParticipantMissing event) {
        return List.of(
                new ReleasePlace(
                        event.referralId(), event.courseId(), ReleaseCause.PARTICIPANT_MISSING));
    }
}
