package de.kim.audit.report;

import de.kim.audit.report.Utilisation.Places;
import org.jspecify.annotations.Nullable;

/**
 * What a provider shows the BAMF for its admission: for itself, the network's office and auditors.
 *
 * @param name empty when its admission has not been heard of yet
 */
public record ProviderPage(
        String providerId,
        String name,
        Places places,
        Courses.Counts courses,
        Confirmations confirmations,
        Passing passing) {
    /**
     * How often it confirmed its free places (§ 20(5) IntV), for the courses that were planned to
     * begin in the period.
     *
     * @param onTime within seven days of the statement before
     * @param stale courses still to begin whose places were stated longer ago
     */
    public record Confirmations(int onTime, int late, int stale) {}

    /**
     * People who changed the provider in the period.
     *
     * @param passedOn away from it; null when suppressed
     * @param takenOver to it; null when suppressed
     */
    public record Passing(
            @Nullable Integer passedOn, @Nullable Integer takenOver, boolean suppressed) {
        static Passing of(int passedOn, int takenOver) {
            return new Passing(
                    Suppression.isSmall(passedOn) ? null : (Integer) passedOn,
                    Suppression.isSmall(takenOver) ? null : (Integer) takenOver,
                    Suppression.isSmall(passedOn) || Suppression.isSmall(takenOver));
        }
    }
}
