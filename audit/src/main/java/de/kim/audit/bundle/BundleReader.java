package de.kim.audit.bundle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads a bundle entry by entry, each within its limit: nothing is ever unpacked to a file, and no
 * name in the zip is used as one.
 */
final class BundleReader implements AutoCloseable {
    private static final int END_LENGTH = 22;
    private static final int END_SIGNATURE = 0x504b0506;
    private static final int LONGEST_NAME_SHOWN = 60;

    private final ZipInputStream zip;
    private final int entries;
    private String entry = "";
    private long left;

    BundleReader(Path file) throws IOException {
        entries = entries(file);
        zip =
                new ZipInputStream(
                        new BufferedInputStream(Files.newInputStream(file), 1 << 16),
                        StandardCharsets.UTF_8);
    }

    /** The end record of a zip names how many entries it has; a zip that was cut has none. */
    private static int entries(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < END_LENGTH) {
                throw new BrokenBundle("it is no zip file");
            }
            bytes.seek(bytes.length() - END_LENGTH);
            if (bytes.readInt() != END_SIGNATURE) {
                throw new BrokenBundle("the zip file is cut off, or something follows its end");
            }
            bytes.skipBytes(6);
            return Short.toUnsignedInt(Short.reverseBytes(bytes.readShort()));
        }
    }

    /** The file has exactly so many entries. */
    void expect(int number) {
        if (entries != number) {
            throw new BrokenBundle(
                    "the zip file has %d entries in the place of %d".formatted(entries, number));
        }
    }

    /** Goes to the next entry, which has to be this one. */
    void next(String name, long limit) {
        ZipEntry next = guard(zip::getNextEntry);
        if (next == null) {
            throw new BrokenBundle("the zip file ends before " + name);
        }
        if (!next.getName().equals(name)) {
            throw new BrokenBundle(
                    "the zip file has '%s' in the place of %s"
                            .formatted(shown(next.getName()), name));
        }
        entry = name;
        left = limit;
    }

    /** Nothing may follow the last entry. */
    void end() {
        ZipEntry more = guard(zip::getNextEntry);
        if (more != null) {
            throw new BrokenBundle("the zip file also has '%s'".formatted(shown(more.getName())));
        }
    }

    /** The bytes of the entry. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                int read = guard(() -> zip.read(into, offset, length));
                left -= Math.max(0, read);
                if (left < 0) {
                    throw new BrokenBundle(entry + " is larger than it may be");
                }
                return read;
            }
        };
    }

    byte[] all() {
        return guard(() -> content().readAllBytes());
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T guard(Reading<T> reading) {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw new BrokenBundle("the zip file is cut off in or after " + place());
        } catch (ZipException e) {
            throw new BrokenBundle(
                    "the zip file is damaged in or after %s: %s"
                            .formatted(place(), e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenBundle("the zip file cannot be read in or after " + place());
        }
    }

    private String place() {
        return entry.isEmpty() ? "its beginning" : entry;
    }

    /** A foreign name, safe to print. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= LONGEST_NAME_SHOWN
                ? printable
                : printable.substring(0, LONGEST_NAME_SHOWN) + "…";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
