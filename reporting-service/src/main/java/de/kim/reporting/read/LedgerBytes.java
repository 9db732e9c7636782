package de.kim.reporting.read;

import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;

/** Events as they stand in the ledger. */
public final class LedgerBytes {
    private LedgerBytes() {}

    /**
     * Reads one event back: known, or of a type that this version does not know.
     *
     * @throws IllegalStateException when the bytes are no event
     */
    public static Reading decode(CloudEventJson json, byte[] bytes) {
        Reading reading = json.read(bytes);
        return switch (reading) {
            case Reading.Known known -> known;
            case Reading.Unknown unknown -> unknown;
            case Reading.KnownProfile profile ->
                    throw new IllegalStateException("a profile in the ledger");
            case Reading.Malformed malformed ->
                    throw new IllegalStateException("broken in the ledger: " + malformed.reason());
        };
    }
}
