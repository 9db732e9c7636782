package de.kim.local.service;

import de.kim.local.Folders;
import de.kim.local.Installation;
import de.kim.local.KimHome;
import de.kim.local.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;

/**
 * The built jar of a service and its unpacked form, in which the libraries lie beside it: the
 * layout that starts fastest and that an AOT cache can describe.
 *
 * @param built what Maven made
 * @param folder where it is unpacked to
 */
record ServiceJar(Path built, Path folder) {

    static ServiceJar of(Service service, Installation installation, KimHome home) {
        return new ServiceJar(
                built(service, installation), home.resolve("services/" + service.name()));
    }

    /** What Maven made of a service. */
    static Path built(Service service, Installation installation) {
        var target = installation.root().resolve(service.name()).resolve("target");
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

    /** Tells one build from another. */
    String stamp() {
        try {
            return built + " " + Files.size(built) + " " + Files.getLastModifiedTime(built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar to start. */
    Path unpacked() {
        return folder.resolve(built.getFileName());
    }

    /**
     * Where the AOT cache of this very build lies, or will: unpacking another build throws it away.
     */
    AotCache cache() {
        return new AotCache(folder.resolve("start.aot"));
    }

    /** Unpacks it if this build is not unpacked yet. */
    void unpack() {
        var stampFile = folder.resolve("stamp");
        try {
            if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp())) {
                return;
            }
            var partial = folder.resolveSibling(folder.getFileName() + ".partial");
            Folders.delete(partial);
            KimHome.directory(partial, "rwxr-xr-x");
            extract(partial);
            Files.writeString(partial.resolve("stamp"), stamp());
            Folders.delete(folder);
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
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
