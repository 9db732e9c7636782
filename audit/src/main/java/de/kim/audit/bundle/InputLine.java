package de.kim.audit.bundle;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bundle has of one round's input.
 *
 * @param input the canonical bytes as text; null when they are not kept
 */
record InputLine(UUID roundId, @Nullable String input) {
    /** No input has more bytes: that is about 100,000 people. */
    static final int MOST_BYTES = 64 << 20;

    /** A line feed takes two characters in JSON. */
    static final int LONGEST_LINE = 2 * MOST_BYTES;

    private static final JsonMapper JSON =
            BundleJson.strict(
                    JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(LONGEST_LINE)
                                                    .build())
                                    .build()));

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static InputLine read(byte[] line) {
        try {
            InputLine read = JSON.readValue(line, InputLine.class);
            if (read.roundId() == null) {
                throw new IllegalArgumentException("no round");
            }
            return read;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no input", e);
        }
    }

    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    byte[] bytes() {
        return input == null ? new byte[0] : input.getBytes(StandardCharsets.UTF_8);
    }
}
