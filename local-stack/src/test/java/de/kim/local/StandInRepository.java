package de.kim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A repository in which stand-ins are built in the place of services, beside the real local-stack.
 */
record StandInRepository(Path root) {

    static StandInRepository in(Path folder) throws IOException {
        var real = Installation.found().target("local-stack");
        var own = Files.createDirectories(folder.resolve("local-stack/target"));
        // what is made from the build for quick starts does not go into the real build
        for (var part : List.of("lib", "kafka-lib", "classes")) {
            Files.createSymbolicLink(own.resolve(part), real.resolve(part));
        }
        jar(own.resolve("local-stack-1.jar"), real.resolve("classes"));
        return new StandInRepository(folder);
    }

    private static void jar(Path file, Path classes) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file));
                var paths = Files.walk(classes)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, jar);
            }
        }
    }

    /** As Maven would: makes the jar of a service. */
    void build(String service, String... resources) throws IOException {
        var target = Files.createDirectories(root.resolve(service).resolve("target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
        try (var file = Files.newOutputStream(target.resolve(service + "-1.jar"));
                var jar = new JarOutputStream(file, manifest)) {
            var classFile = StandIn.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(classFile));
            try (var in = StandIn.class.getResourceAsStream("/" + classFile)) {
                in.transferTo(jar);
            }
            for (var resource : resources) {
                jar.putNextEntry(new JarEntry(resource));
            }
        }
    }

    Installation installation() {
        return new Installation(root);
    }
}
