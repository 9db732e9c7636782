package de.kim.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the built repository lies, found from the place of this class, so it is the same from every
 * working directory and from a test in another module.
 *
 * @param root the repository's root
 */
public record Installation(Path root) {
    private static final String MODULE = "local-stack";

    /**
     * The repository this class was built in: the first folder above it that holds a built
     * local-stack. Where the class comes from elsewhere, such as Maven's own store, the folder
     * above the working directory.
     */
    public static Installation found() {
        try {
            var code =
                    Path.of(
                            Installation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return above(code)
                    .or(() -> above(Path.of("").toAbsolutePath()))
                    .orElseThrow(
                            () ->
                                    new Trouble(
                                            "The local stack is not built above %s."
                                                    .formatted(code),
                                            "Run ./mvnw package -DskipTests in the repository."));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Installation> above(Path place) {
        return Stream.iterate(place, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("local-stack/target/lib")))
                .findFirst()
                .map(Installation::new);
    }

    /** The class path of the command line itself and of the mail server. */
    public ClassPath classPath() {
        return classPath("lib");
    }

    /** The class path of the Kafka broker, which shares nothing with the services. */
    public ClassPath kafkaClassPath() {
        return classPath("kafka-lib");
    }

    /** Where the build of a module lies. */
    public Path target(String module) {
        return root.resolve(module).resolve("target");
    }

    /** What is made from the build, once a build, to start quickly. */
    public Path start() {
        return target(MODULE).resolve("start");
    }

    /** The {@code java} this process runs on: every process of the stack runs on the same. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private ClassPath classPath(String libraries) {
        return ClassPath.of(target(MODULE), MODULE, libraries);
    }
}
