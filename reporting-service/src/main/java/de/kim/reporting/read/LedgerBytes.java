package de.kim.reporting.read;

import de.kim.events.Envelope;
import de.kim.kit.door.CloudEventJson;
import de.kim.kit.door.CloudEventJson.Reading;

/** Events as they stand in the ledger. */
public final class LedgerBytes {
    private LedgerBytes() {}

    /**
     * Reads one event back.
     *
     * @throws IllegalStateException when the bytes are no event that this version knows
     */
    public static Envelope decode(CloudEventJson json, byte[] bytes) {
        return switch (json.read(bytes)) {
            case Reading.Known known -> known.envelope();
            case Reading.KnownProfile profile ->
                    throw new IllegalStateException("a profile in the ledger");
            case Reading.Unknown unknown ->
                    throw new IllegalStateException("unknown in the ledger: " + unknown.type());
            case Reading.Malformed malformed ->
                    throw new IllegalStateException("broken in the ledger: " + malformed.reason());
        };
    }
}
