package de.kim.local;

import de.kim.local.process.AotCache;
import de.kim.local.process.Stamp;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The class path of a process of the local stack: its own code and a folder of libraries.
 *
 * @param code the jar, which an AOT cache can describe; the folder of classes while the jar is not
 *     built or older
 * @param libraries a folder of jars
 */
public record ClassPath(Path code, Path libraries) {

    static ClassPath of(Path target, String module, String libraries) {
        var classes = target.resolve("classes");
        var jar = jar(target, module).filter(built -> isFresh(built, classes));
        return new ClassPath(jar.orElse(classes), target.resolve(libraries));
    }

    /** As {@code java -cp} takes it. */
    public String text() {
        return code + File.pathSeparator + libraries + "/*";
    }

    /** The AOT cache of a process with this class path. */
    public AotCache cache(Path folder, String name) {
        return AotCache.in(folder, name + "-" + stamp());
    }

    /** What the JVM itself compares: names, sizes and times. */
    private String stamp() {
        try (var jars = Files.list(libraries)) {
            return Stamp.of(
                    Stream.concat(Stream.of(code), jars.sorted())
                            .map(
                                    file ->
                                            "%s %d %s"
                                                    .formatted(
                                                            file,
                                                            file.toFile().length(),
                                                            modified(file)))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> jar(Path target, String module) {
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(module + "-"))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFresh(Path jar, Path classes) {
        try (var files = Files.walk(classes)) {
            var built = modified(jar);
            return files.noneMatch(file -> modified(file).compareTo(built) > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
