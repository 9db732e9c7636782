package de.kim.audit.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An entry line by line, none of them longer than it may be. */
final class BundleLines {
    private final String entry;
    private final InputStream content;
    private final int longest;

    BundleLines(String entry, InputStream content, int longest) {
        this.entry = entry;
        this.content = new BufferedInputStream(content, 1 << 16);
        this.longest = longest;
    }

    /** The next line without its line feed; null at the end. */
    byte @Nullable [] next() {
        try {
            return read();
        } catch (IOException e) {
            throw new BrokenBundle(entry + " cannot be read");
        }
    }

    private byte @Nullable [] read() throws IOException {
        int next = content.read();
        if (next < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (next >= 0 && next != '\n') {
            if (line.size() == longest) {
                throw new BrokenBundle(
                        "a line of %s is longer than %d bytes".formatted(entry, longest));
            }
            line.write(next);
            next = content.read();
        }
        return line.toByteArray();
    }

    /** The exact bytes of the event that a line stands for. */
    static byte[] event(byte[] line) {
        if (line.length > 0 && line[0] == Bundle.ENCODED) {
            try {
                return Base64.getDecoder().decode(Arrays.copyOfRange(line, 1, line.length));
            } catch (IllegalArgumentException e) {
                // then it is hashed as it stands, and found
                return line;
            }
        }
        return line;
    }
}
