package de.kim.local.mail;

import de.kim.local.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The SMS, one file each; on the disk before the sender is told that it was taken. */
final class SmsStore {
    private final Path folder;
    private final Map<UUID, Sms> all = new ConcurrentHashMap<>();

    /** Opens the folder with what an earlier run kept. */
    SmsStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                var sms = Json.read(Files.readAllBytes(file), Sms.class);
                all.put(sms.id(), sms);
            }
        }
    }

    boolean knows(UUID id) {
        return all.containsKey(id);
    }

    synchronized void keep(Sms sms) throws IOException {
        var partial = folder.resolve(sms.id() + ".partial");
        Files.deleteIfExists(partial);
        try (var file =
                FileChannel.open(
                        partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(Json.text(sms).getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(
                partial, folder.resolve(sms.id() + ".json"), StandardCopyOption.REPLACE_EXISTING);
        all.put(sms.id(), sms);
    }

    /** All of them, latest first. */
    List<Sms> all() {
        return all.values().stream()
                .sorted(Comparator.comparing(Sms::received).thenComparing(Sms::id).reversed())
                .toList();
    }
}
