package de.kim.kit.door;

import de.kim.events.AllocationEvent;
import de.kim.events.CourseEvent;
import de.kim.events.NotificationEvent;
import de.kim.events.PublicEvent;
import de.kim.events.ReferralEvent;
import de.kim.events.RulebookEvent;
import de.kim.events.Sealed;
import de.kim.events.Topic;
import java.util.Map;

/** Which event goes on which topic. */
public final class Wire {
    private static final Map<String, Topic> SOURCES =
            Map.of(
                    "/kim/referral-service", Topic.REFERRALS,
                    "/kim/course-catalog-service", Topic.COURSES,
                    "/kim/allocation-service", Topic.ALLOCATIONS,
                    "/kim/notification-service", Topic.NOTIFICATIONS);

    private Wire() {}

    /** The topic of an event; a seal goes where its source speaks. */
    public static Topic topicOf(PublicEvent event) {
        return switch (event) {
            case ReferralEvent referral -> Topic.REFERRALS;
            case CourseEvent course -> Topic.COURSES;
            case AllocationEvent allocation -> Topic.ALLOCATIONS;
            case NotificationEvent notification -> Topic.NOTIFICATIONS;
            case RulebookEvent rulebook -> Topic.RULEBOOK;
            case Sealed sealed -> topicOfSource(sealed.source());
        };
    }

    /** The CloudEvents source of a service. */
    public static String source(String applicationName) {
        return "/kim/" + applicationName;
    }

    /** Whether a source has a topic of its own to seal on: a service of KIM, and no sample. */
    static boolean hasTopic(String source) {
        return SOURCES.containsKey(source);
    }

    private static Topic topicOfSource(String source) {
        Topic topic = SOURCES.get(source);
        if (topic == null) {
            throw new IllegalArgumentException(source + " has no topic");
        }
        return topic;
    }
}
