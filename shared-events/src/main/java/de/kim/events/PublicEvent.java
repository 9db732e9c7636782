package de.kim.events;

/**
 * Something that happened and that other services may know. One record an event, no personal data
 * in any; what identifies or describes a person travels as {@link Profile}. Public names are
 * irreversible: a changed meaning is a new version.
 */
public sealed interface PublicEvent
        permits ReferralEvent,
                CourseEvent,
                AllocationEvent,
                NotificationEvent,
                RulebookEvent,
                Sealed {
    /** What the event is about: its key on Kafka, and the scope of its gap-free sequence. */
    String subject();
}
