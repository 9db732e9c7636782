package de.kim.audit.bundle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in an audit bundle: docs/audit-format.md. */
public final class Bundle {
    /** The format and its version, as a server writes it. */
    public static final String FORMAT = "kim-audit-bundle 1";

    /** The same with what each round rested on, as the auditor's command line completes it. */
    public static final String WITH_INPUTS = "kim-audit-bundle 3";

    static final String MANIFEST = "manifest.json";
    static final String KEYS = "keys.json";
    static final String CHECKPOINTS = "checkpoints.json";
    static final String LEAVES = "leaves.bin";
    static final String EVENTS = "events.ndjson";
    static final String INPUTS = "inputs.ndjson";
    static final String REPORT = "report.json";

    /** The entries, each once, in this order. */
    static final List<String> ENTRIES =
            List.of(MANIFEST, KEYS, CHECKPOINTS, LEAVES, EVENTS, REPORT);

    /** Those of a bundle with inputs. */
    static final List<String> ENTRIES_WITH_INPUTS =
            List.of(MANIFEST, KEYS, CHECKPOINTS, LEAVES, EVENTS, INPUTS, REPORT);

    /** No bundle has more events. */
    static final long MOST_EVENTS = 10_000_000;

    /** No event has more bytes. */
    static final int LONGEST_EVENT = 1 << 20;

    private static final long SMALL_ENTRY = 16L << 20;
    private static final long ALL_EVENTS = 16L << 30;

    /** Begins a line whose event is Base64, because its bytes have a line feed. */
    static final char ENCODED = '=';

    private Bundle() {}

    /**
     * What the bundle is of.
     *
     * @param quarter such as 2026Q4
     * @param size how many events; the first ones of the ledger
     * @param root over them, Base64
     * @param definitionsVersion of the report's figures
     */
    public record Manifest(
            String format, String quarter, long size, String root, int definitionsVersion) {}

    /** Whether bundles of this format have the rounds' inputs. */
    static boolean hasInputs(String format) {
        return WITH_INPUTS.equals(format);
    }

    static boolean isFormat(String format) {
        return FORMAT.equals(format) || hasInputs(format);
    }

    /** A public key of the ledger; {@code succession} is the word of the one before. */
    public record Key(String line, @Nullable String succession) {}

    /** How many bytes an entry may have, unpacked. */
    static long limit(String entry, long events) {
        return switch (entry) {
            case LEAVES -> Math.min(events, MOST_EVENTS) * 32;
            case EVENTS, INPUTS -> ALL_EVENTS;
            default -> SMALL_ENTRY;
        };
    }
}
