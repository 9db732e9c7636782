package de.kim.audit.fold;

import java.time.LocalDate;

/**
 * How a referral ended without a start.
 *
 * @param reason the coded reason within {@code how}, such as {@code MOVED_AWAY}
 */
public record Ending(How how, String reason, LocalDate on) {
    /** The kinds of ending. */
    public enum How {
        WITHDRAWN,
        INTEREST_LAPSED,
        ENTITLEMENT_ENDED,
        /** The person was erased while waiting. */
        ERASED,
        /** It should never have been entered: counted nowhere. */
        ENTERED_IN_ERROR
    }
}
