package de.kim.events;

/**
 * What is said about providers and courses, on {@code kim.courses}; the subject is the provider or
 * the course.
 */
public sealed interface CourseEvent extends PublicEvent
        permits ProviderAdmitted,
                ProviderAdmissionEnded,
                CourseScheduled,
                CourseRescheduled,
                PlacesChanged,
                PlacesConfirmed,
                CourseStarted,
                ParticipantStarted,
                ParticipantMissing,
                CourseCancelled,
                CourseCompleted {}
