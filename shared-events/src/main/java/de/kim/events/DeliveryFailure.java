package de.kim.events;

/** Why a message did not get through. */
public enum DeliveryFailure {
    NO_ADDRESS,
    REFUSED,
    BOUNCED,
    GAVE_UP
}
