package de.kim.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two programs from changing the same stack at once. The system frees it when its holder
 * dies.
 */
record HomeLock(FileChannel file) implements AutoCloseable {

    /** Waits for another holder and says so. */
    static HomeLock take(KimHome home, Progress progress) {
        try {
            var file =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (attempt(file) == null) {
                progress.tell("kim", "waiting for another ./kim that works on this stack");
                file.lock();
            }
            return new HomeLock(file);
        } catch (OverlappingFileLockException e) {
            throw new Trouble("This program already changes this stack.", "Wait for it to end.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock attempt(FileChannel file) throws IOException {
        return file.tryLock();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
