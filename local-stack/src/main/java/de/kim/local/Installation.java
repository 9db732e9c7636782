package de.kim.local;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the built repository lies, found from the place of this class, so it is the same from every
 * working directory and from a test in another module.
 *
 * @param root the repository's root
 */
public record Installation(Path root) {

    /**
     * The repository this class was built in: {@code local-stack/target/classes} or the jar beside
     * it.
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
            var root = code.resolve("../../..").normalize();
            if (!Files.isDirectory(root.resolve("local-stack/target/lib"))) {
                throw new Trouble(
                        "The local stack is not built in %s.".formatted(root),
                        "Run ./mvnw package -DskipTests there.");
            }
            return new Installation(root);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path of the command line itself and of the mail server. */
    public String classPath() {
        return classes() + File.pathSeparator + target().resolve("lib") + "/*";
    }

    /** The class path of the Kafka broker, which shares nothing with the services. */
    public String kafkaClassPath() {
        return classes() + File.pathSeparator + target().resolve("kafka-lib") + "/*";
    }

    /** The {@code java} this process runs on: every process of the stack runs on the same. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path classes() {
        return target().resolve("classes");
    }

    private Path target() {
        return root.resolve("local-stack/target");
    }
}
