package de.kim.local.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The mails as {@code .eml} files in one folder; each is on the disk before the sender is told that
 * it was taken.
 */
final class MailStore {
    private final Path folder;
    private final ConcurrentSkipListMap<String, Mail> mails = new ConcurrentSkipListMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** Opens the folder with what an earlier run kept. */
    MailStore(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.newDirectoryStream(folder, "*.eml")) {
            for (var file : files) {
                var id = file.getFileName().toString().replaceFirst("\\.eml$", "");
                mails.put(
                        id,
                        Mail.parse(
                                id,
                                Files.getLastModifiedTime(file).toInstant(),
                                Files.readAllBytes(file)));
            }
        }
    }

    void keep(byte[] bytes) throws IOException {
        var now = Instant.now();
        var id = "%013d-%05d".formatted(now.toEpochMilli(), count.incrementAndGet());
        var partial = folder.resolve(id + ".partial");
        try (var file =
                FileChannel.open(
                        partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(partial, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, Mail.parse(id, now, bytes));
    }

    /** All mails, latest first. */
    List<Mail> all() {
        return List.copyOf(mails.descendingMap().values());
    }

    /** The exact bytes of one. */
    Optional<byte[]> raw(String id) throws IOException {
        // only a known id ever becomes a path
        return mails.containsKey(id)
                ? Optional.of(Files.readAllBytes(folder.resolve(id + ".eml")))
                : Optional.empty();
    }
}
