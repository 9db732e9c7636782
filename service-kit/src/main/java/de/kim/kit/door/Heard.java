package de.kim.kit.door;

/** What became of an event at the {@link InDoor}. */
public enum Heard {
    /** It had an effect, or was decided to have none because the effect already held. */
    HANDLED,
    /** This service has no use for it. */
    IGNORED
}
