package de.kim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords made up on this machine, one file each, readable for its owner alone. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public Secrets(KimHome home) {
        this.folder = home.resolve("secrets");
    }

    /** The password of this name, made up when asked for the first time. */
    public String of(String name) {
        try {
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path file) throws IOException {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        KimHome.privateFile(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
