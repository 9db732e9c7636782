package de.kim.events;

/** What is said about messages, on {@code kim.notifications}; the subject is the message. */
public sealed interface NotificationEvent extends PublicEvent
        permits MessageSent, MessageReached, MessageFailed {}
