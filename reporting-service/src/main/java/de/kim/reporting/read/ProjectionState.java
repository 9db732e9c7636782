package de.kim.reporting.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the report stands to the ledger.
 *
 * @param position how many events the ledger has; the report shows all of them, because both are
 *     written in one transaction
 * @param newestEventAt when the newest of them was stored at its source
 * @param eventsBehind how many records wait in Kafka as far as the consumer knows; null when it
 *     does not say
 * @param typesNotUnderstood types of events in the ledger that the report shows nothing of, because
 *     this version does not know them
 * @param rebuildRunning whether a rebuild was asked for and is not finished
 * @param lastRebuild null when there was none
 */
public record ProjectionState(
        long position,
        @Nullable Instant newestEventAt,
        @Nullable Long eventsBehind,
        List<String> typesNotUnderstood,
        boolean rebuildRunning,
        @Nullable LastRebuild lastRebuild) {
    public ProjectionState {
        typesNotUnderstood = List.copyOf(typesNotUnderstood);
    }

    /**
     * The last rebuild.
     *
     * @param events how many events it folded
     * @param millis how long it took, without the comparison
     * @param divergentRows how many rows of the live report differed from the rebuilt ones
     * @param examples some of them
     */
    public record LastRebuild(
            long number,
            Instant finishedAt,
            long events,
            long millis,
            long divergentRows,
            List<String> examples) {
        public LastRebuild {
            examples = List.copyOf(examples);
        }
    }
}
