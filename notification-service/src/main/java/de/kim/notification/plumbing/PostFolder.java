package de.kim.notification.plumbing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The outgoing post: one PDF a message, whole or not there, under the message's id. A print service
 * takes the files out. They are the only place outside of the vault where a name and an address
 * lie; {@link PostClerk} takes away what must not lie there any more.
 */
@Component
class PostFolder {
    private static final String PDF = ".pdf";

    /** Hidden, so that nobody prints half a letter. */
    private static final String UNFINISHED = ".unfinished-";

    private final @Nullable Path folder;

    PostFolder(PostSettings settings) {
        this.folder = settings.place();
    }

    boolean isOpen() {
        return folder != null;
    }

    boolean holds(UUID messageId) {
        return folder != null && Files.exists(file(folder, messageId));
    }

    /** On disk when it returns. A letter with this id that lies there already is replaced. */
    void put(UUID messageId, byte[] pdf) throws IOException {
        if (folder == null) {
            throw new IOException("there is no folder for letters");
        }
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(UNFINISHED + messageId);
        Files.deleteIfExists(unfinished);
        try (FileChannel file =
                FileChannel.open(
                        unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            restrict(unfinished);
            ByteBuffer bytes = ByteBuffer.wrap(pdf);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(unfinished, file(folder, messageId), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** For this service and for the group that the print service belongs to. */
    private static void restrict(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        }
    }

    void remove(UUID messageId) throws IOException {
        if (folder != null) {
            Files.deleteIfExists(file(folder, messageId));
            Files.deleteIfExists(folder.resolve(UNFINISHED + messageId));
        }
    }

    /** The messages of which a letter lies here, whole or half; other files are not ours. */
    List<UUID> messages() throws IOException {
        List<UUID> messages = new ArrayList<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(file -> message(file).ifPresent(messages::add));
            }
        }
        return messages;
    }

    private static Optional<UUID> message(Path file) {
        String name = String.valueOf(file.getFileName());
        String id =
                name.startsWith(UNFINISHED)
                        ? name.substring(UNFINISHED.length())
                        : name.endsWith(PDF) ? name.substring(0, name.length() - PDF.length()) : "";
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, UUID messageId) {
        return folder.resolve(messageId + PDF);
    }
}
