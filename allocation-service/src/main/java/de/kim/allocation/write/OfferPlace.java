package de.kim.allocation.write;

import de.kim.events.CourseReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Holds a place for the person whom the round matched, at {@code at}, for the stated reasons. */
public record OfferPlace(UUID roundId, Match match, List<CourseReason> reasons, Instant at) {
    public OfferPlace {
        reasons = List.copyOf(reasons);
    }

    UUID offerId() {
        return match.offerId(roundId);
    }
}
