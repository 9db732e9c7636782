package de.kim.kit.web;

import java.nio.charset.StandardCharsets;

/**
 * A body made worse.
 *
 * @param name what was done to it, for the report
 * @param accepted whether it is odd but right, and must be taken
 */
public record Mutation(String name, byte[] body, boolean accepted) {
    static Mutation refused(String name, String body) {
        return new Mutation(name, body.getBytes(StandardCharsets.UTF_8), false);
    }

    static Mutation accepted(String name, String body) {
        return new Mutation(name, body.getBytes(StandardCharsets.UTF_8), true);
    }
}
