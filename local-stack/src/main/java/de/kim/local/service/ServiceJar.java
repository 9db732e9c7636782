package de.kim.local.service;

import de.kim.local.Folders;
import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Trouble;
import de.kim.local.process.AotCache;
import de.kim.local.process.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.jar.JarFile;

/**
 * The built jar of a service and its unpacked form, in which the libraries lie beside it: the
 * layout that starts fastest and that an AOT cache can describe. It lies in the build output, so a
 * stack that is deleted takes neither with it.
 *
 * @param built what Maven made
 */
record ServiceJar(Path built) {
    /** A service that still runs from the build before may load another of its classes. */
    private static final int BUILDS_KEPT = 2;

    static ServiceJar of(Service service, Installation installation) {
        return new ServiceJar(built(service, installation));
    }

    /** What Maven made of a service. */
    static Path built(Service service, Installation installation) {
        var target = installation.target(service.name());
        try (var jars = Files.newDirectoryStream(target, service.name() + "-*.jar")) {
            for (var jar : jars) {
                if (!jar.toString().matches(".*-(sources|javadoc|tests)\\.jar")) {
                    return jar;
                }
            }
        } catch (IOException e) {
            // no folder: not built, said below
        }
        throw new Trouble(
                "%s is not built.".formatted(service.name()), "Run ./mvnw package -DskipTests.");
    }

    /** Tells one content from another: a build that changed nothing changes nothing here. */
    String stamp() {
        try (var jar = new JarFile(built.toFile())) {
            return Stamp.of(
                    jar.stream().map(entry -> entry.getName() + " " + entry.getCrc()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar to start. */
    Path unpacked() {
        return folder().resolve(built.getFileName());
    }

    /** The AOT cache of this very content. */
    AotCache cache() {
        return AotCache.in(folder(), "start");
    }

    /** Unpacks it if this content is not unpacked yet. */
    void unpack() {
        var folder = folder();
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folders());
            // another stack may unpack the same at the same time: the first one is as good
            var partial = Files.createTempDirectory(folders(), "partial-");
            KimHome.directory(partial, "rwxr-xr-x");
            extract(partial);
            try {
                Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Folders.delete(partial);
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            forgetOldBuilds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder() {
        return folders().resolve(stamp());
    }

    private Path folders() {
        return built.resolveSibling("start");
    }

    private void forgetOldBuilds() throws IOException {
        try (var folders = Files.list(folders())) {
            var old =
                    folders.sorted(Comparator.comparing(ServiceJar::unpackedAt).reversed())
                            .skip(BUILDS_KEPT)
                            .toList();
            for (var folder : old) {
                Folders.delete(folder);
            }
        }
    }

    private static FileTime unpackedAt(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path target) throws IOException {
        try (var jar = new JarFile(built.toFile())) {
            if (jar.getEntry("BOOT-INF/") == null) {
                Files.copy(built, target.resolve(built.getFileName()));
                return;
            }
        }
        var process =
                new ProcessBuilder(
                                Installation.java(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                built.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                target.toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Trouble(
                        "%s cannot be unpacked.".formatted(built),
                        "The tool said:",
                        output.lines().toList());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while unpacking.", "Run ./kim up again.", e);
        }
    }
}
