package de.kim.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A repository in which stand-ins are built in the place of services, beside the real local-stack.
 */
record StandInRepository(Path root) {

    static StandInRepository in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(
                folder.resolve("local-stack"), Installation.found().root().resolve("local-stack"));
        return new StandInRepository(folder);
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
