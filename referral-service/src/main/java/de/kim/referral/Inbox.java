package de.kim.referral;

import de.kim.events.AllocationEvent;
import de.kim.events.CourseCancelled;
import de.kim.events.CourseCompleted;
import de.kim.events.CourseEvent;
import de.kim.events.CourseRescheduled;
import de.kim.events.CourseScheduled;
import de.kim.events.CourseStarted;
import de.kim.events.Envelope;
import de.kim.events.NotificationEvent;
import de.kim.events.ParticipantMissing;
import de.kim.events.ParticipantStarted;
import de.kim.events.PlacesChanged;
import de.kim.events.PlacesConfirmed;
import de.kim.events.ProviderAdmissionEnded;
import de.kim.events.ProviderAdmitted;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import de.kim.kit.door.Commands;
import de.kim.kit.door.Heard;
import de.kim.kit.door.InDoor;
import de.kim.referral.react.WhenParticipantStartedThenComplete;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every public event this service hears. */
@Component
public class Inbox implements InDoor {
    private final Commands commands;

    public Inbox(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.COURSES);
    }

    @Override
    public Heard hear(PublicEvent event, Envelope envelope) {
        return switch (event) {
            case CourseEvent course -> hear(course);
            case ReferralEvent own -> Heard.IGNORED;
            case AllocationEvent allocation -> Heard.IGNORED;
            case NotificationEvent notification -> Heard.IGNORED;
            case RulebookEvent rulebook -> Heard.IGNORED;
            case Sealed seal -> Heard.IGNORED;
        };
    }

    private Heard hear(CourseEvent event) {
        return switch (event) {
            case ParticipantStarted started -> {
                commands.send(WhenParticipantStartedThenComplete.react(started));
                yield Heard.HANDLED;
            }
            // someone who did not come keeps the referral: allocation frees the place
            case ParticipantMissing missing -> Heard.IGNORED;
            case ProviderAdmitted admitted -> Heard.IGNORED;
            case ProviderAdmissionEnded ended -> Heard.IGNORED;
            case CourseScheduled scheduled -> Heard.IGNORED;
            case CourseRescheduled rescheduled -> Heard.IGNORED;
            case PlacesChanged changed -> Heard.IGNORED;
            case PlacesConfirmed confirmed -> Heard.IGNORED;
            case CourseStarted started -> Heard.IGNORED;
            case CourseCancelled cancelled -> Heard.IGNORED;
            case CourseCompleted completed -> Heard.IGNORED;
        };
    }
}
