package de.kim.audit.fold;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a provider kept a course.
 *
 * @param statedOn when its places were last stated: scheduled or confirmed
 * @param onTime confirmations within seven days of the statement before (§ 20(5) IntV)
 * @param late later ones
 * @param postponed how often its beginning was put off
 * @param present how many came when it began
 */
public record Conduct(
        @Nullable LocalDate statedOn,
        int onTime,
        int late,
        int postponed,
        @Nullable Integer present) {
    /** As long as nothing was said of it. */
    public static final Conduct NONE = new Conduct(null, 0, 0, 0, null);

    /** Places that were stated longer ago are stale. */
    public static final int DAYS_FRESH = 7;

    Conduct scheduled(LocalDate on) {
        return new Conduct(on, onTime, late, postponed, present);
    }

    Conduct confirmed(LocalDate on) {
        boolean fresh = statedOn == null || !on.isAfter(statedOn.plusDays(DAYS_FRESH));
        return new Conduct(
                on, onTime + (fresh ? 1 : 0), late + (fresh ? 0 : 1), postponed, present);
    }

    Conduct putOff() {
        return new Conduct(statedOn, onTime, late, postponed + 1, present);
    }

    Conduct began(int people) {
        return new Conduct(statedOn, onTime, late, postponed, people);
    }
}
