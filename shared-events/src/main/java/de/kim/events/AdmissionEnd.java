package de.kim.events;

/** Why an admission ended. */
public enum AdmissionEnd {
    EXPIRED,
    RETURNED,
    REVOKED
}
