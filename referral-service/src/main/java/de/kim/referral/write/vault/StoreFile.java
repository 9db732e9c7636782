package de.kim.referral.write.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * The file that makes a folder a key store: it says which one it is, and holds a key that only the
 * right secret unwraps.
 */
record StoreFile(Path folder, KeyWrap wrap) {
    private static final String FIRST_LINE = "kim-keys 1";

    /** The id of the store in this folder, which is made where the folder is empty. */
    UUID openOrMake() throws IOException {
        Path file = folder.resolve("store");
        if (!Files.exists(file)) {
            make(file);
        }
        String[] lines = Files.readString(file).split("\n");
        if (lines.length != 3 || !lines[0].equals(FIRST_LINE)) {
            throw new IllegalStateException(file + " does not belong to a key store of KIM");
        }
        try {
            wrap.unwrap(Base64.getDecoder().decode(lines[2]), lines[1]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key store in %s was made with another secret: KIM_KEYS_SECRET must be the one of then"
                            .formatted(folder),
                    e);
        }
        return UUID.fromString(lines[1]);
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("rings"))) {
            throw new IllegalStateException("%s is missing, but there are keys".formatted(file));
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        String id = UUID.randomUUID().toString();
        String proof = Base64.getEncoder().encodeToString(wrap.fresh(id).encrypted());
        String text = String.join("\n", FIRST_LINE, id, proof) + "\n";
        Path fresh = folder.resolve("store.new");
        Files.deleteIfExists(fresh);
        DurableFiles.create(fresh, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(fresh, file);
        DurableFiles.sync(folder);
    }
}
