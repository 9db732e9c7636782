package de.kim.events;

/** How an entitlement ended. */
public enum EntitlementEnd {
    ATTENDED,
    WITHDRAWN,
    REVOKED,
    LAPSED
}
