package de.kim.audit.bundle;

import de.kim.audit.report.Report;
import de.kim.rules.tree.Hash;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an audit bundle as it goes: nothing is gathered, so it may be as long as it likes. The
 * methods are called in the order of {@link Bundle#ENTRIES}; the same content gives the same bytes.
 */
public final class BundleWriter implements AutoCloseable {
    static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    public BundleWriter(OutputStream out) {
        zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    public void head(Bundle.Manifest manifest, List<Bundle.Key> keys, List<String> checkpoints)
            throws IOException {
        json(Bundle.MANIFEST, manifest);
        json(Bundle.KEYS, keys);
        json(Bundle.CHECKPOINTS, checkpoints);
        begin(Bundle.LEAVES);
    }

    /** The hash of the next event; all of them before the first event. */
    public void leaf(Hash hash) throws IOException {
        zip.write(hash.bytes());
    }

    public void beginEvents() throws IOException {
        zip.closeEntry();
        begin(Bundle.EVENTS);
    }

    /** The next event, exact bytes. */
    public void event(byte[] bytes) throws IOException {
        zip.write(line(bytes));
        zip.write('\n');
    }

    public void report(Report report) throws IOException {
        zip.closeEntry();
        json(Bundle.REPORT, report);
    }

    private static byte[] line(byte[] bytes) {
        boolean plain = bytes.length > 0 && bytes[0] == '{';
        for (byte b : bytes) {
            plain &= b != '\n';
        }
        return plain
                ? bytes
                : (Bundle.ENCODED + Base64.getEncoder().encodeToString(bytes))
                        .getBytes(StandardCharsets.US_ASCII);
    }

    private void json(String name, Object content) throws IOException {
        begin(name);
        zip.write(BundleJson.MAPPER.writeValueAsBytes(content));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
