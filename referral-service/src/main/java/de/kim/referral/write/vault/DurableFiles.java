package de.kim.referral.write.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is written or removed here is so on the disk, too, before the method returns. */
final class DurableFiles {
    private DurableFiles() {}

    /** Writes a file that must not exist yet. */
    static void create(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        syncEntryOf(file);
    }

    /** Adds to the end of a file. */
    static void append(Path file, byte[] content) throws IOException {
        write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        syncEntryOf(file);
    }

    /** Puts other content into the place of a file, all or nothing, and overwrites the old one. */
    static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh, content);
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncEntryOf(file);
            overwrite(old);
        }
    }

    /** Overwrites a file and removes it; nothing happens where there is none. */
    static void wipe(Path file) throws IOException {
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
            overwrite(old);
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(file);
        syncEntryOf(file);
    }

    private static void syncEntryOf(Path file) throws IOException {
        sync(file.resolveSibling(""));
    }

    /** Makes durable which files a folder holds. */
    static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private static void overwrite(FileChannel file) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(Math.toIntExact(file.size()));
        long position = 0;
        while (zeros.hasRemaining()) {
            position += file.write(zeros, position);
        }
        file.force(true);
    }

    private static void write(Path file, byte[] content, OpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
