package de.kim.referral.write;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** What happened to a date for placement tests, as it is stored; people are in it by referral. */
public sealed interface TestDateHistory extends IntakeHistory {
    UUID testDateId();

    /**
     * The date is offered.
     *
     * @param host the provider, or the coordinator for a central one
     * @param begins in local time
     * @param municipality official key, eight digits; the address stands beside the history
     */
    record Opened(
            UUID testDateId,
            String host,
            LocalDateTime begins,
            String municipality,
            boolean accessible,
            int seats)
            implements TestDateHistory {}

    record SeatTaken(UUID testDateId, UUID referralId, String body) implements TestDateHistory {}

    record SeatFreed(UUID testDateId, UUID referralId) implements TestDateHistory {}

    /** The person did not come. */
    record SeatMissed(UUID testDateId, UUID referralId) implements TestDateHistory {}

    /** The person came, and the referral knows the result. */
    record ResultGiven(UUID testDateId, UUID referralId) implements TestDateHistory {}

    /** There will be no test; whoever had a seat has none any more. */
    record Cancelled(UUID testDateId, List<UUID> freed) implements TestDateHistory {
        public Cancelled {
            freed = List.copyOf(freed);
        }
    }
}
