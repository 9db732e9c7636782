package de.kim.system.journey;

import de.kim.kit.refusal.Refusal;
import de.kim.local.Installation;
import de.kim.local.service.Service;
import de.kim.local.service.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names that the services' own enums have, read from what was built of each: the services are
 * not on this class path.
 */
final class ServiceNames {
    private ServiceNames() {}

    /** Every refusal of every service, as {@code allocation-service OFFER_NOT_LIVE}. */
    static Set<String> refusals() {
        var all = new TreeSet<String>();
        for (Service service : Services.ALL) {
            for (var name : refusalEnums(classes(service.name()))) {
                var found = constants(service.name(), name);
                found.forEach(code -> all.add(service.name() + " " + code));
            }
        }
        return all;
    }

    /** The constants of one enum of one service. */
    static Set<String> constants(String service, String enumName) {
        try (var loader =
                new URLClassLoader(
                        new URL[] {classes(service).toUri().toURL()},
                        Refusal.class.getClassLoader())) {
            return Arrays.stream(loader.loadClass(enumName).getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(service + " has no " + enumName, e);
        }
    }

    private static Set<String> refusalEnums(Path classes) {
        try (var files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith("Refusal.class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file -> file.substring(0, file.lastIndexOf('.')).replace('/', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes(String service) {
        return Installation.found().target(service).resolve("classes");
    }
}
