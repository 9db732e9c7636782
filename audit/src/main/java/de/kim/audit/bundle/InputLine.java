package de.kim.audit.bundle;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bundle has of one round.
 *
 * @param input the canonical bytes of the input as text; null when they are not kept
 * @param outcome those of the outcome; null when they are not kept
 */
record InputLine(UUID roundId, @Nullable String input, @Nullable String outcome) {
    /** No input has more bytes: that is about 100,000 people. */
    static final int MOST_BYTES = 64 << 20;

    /** A line feed takes two characters in JSON; an outcome is shorter than its input. */
    static final int LONGEST_LINE = 3 * MOST_BYTES;

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

    static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
