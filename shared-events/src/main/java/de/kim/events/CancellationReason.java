package de.kim.events;

/** Why a course was cancelled. */
public enum CancellationReason {
    TOO_FEW_PARTICIPANTS,
    NO_TEACHER,
    NO_ROOM,
    OTHER
}
