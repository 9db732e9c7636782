package de.kim.local.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a process is started.
 *
 * @param command program and arguments
 * @param environment variables in addition to those of the command line itself
 * @param inputs what else decides how it behaves, such as the stamp of a jar or the text of a
 *     settings file
 */
public record Launch(List<String> command, Map<String, String> environment, List<String> inputs) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        inputs = List.copyOf(inputs);
    }

    /** A process that needs nothing but its command. */
    public static Launch of(List<String> command) {
        return new Launch(command, Map.of(), List.of());
    }

    /**
     * Two launches with the same fingerprint behave alike: a running process with another one is
     * out of date.
     */
    public String fingerprint() {
        // an AOT cache makes the start quicker and changes nothing else
        var lasting = command.stream().filter(a -> !a.startsWith("-XX:AOT")).toList();
        return Stamp.of(
                List.of(
                        lasting.toString(),
                        new TreeMap<>(environment).toString(),
                        inputs.toString()));
    }
}
