package de.kim.local;

import java.util.Map;
import java.util.Optional;

/**
 * What someone else runs, so that the stack does not start its own.
 *
 * @param postgres {@code KIM_EXTERNAL_POSTGRES}: JDBC address of an administrator, with user and
 *     password
 * @param kafka {@code KIM_EXTERNAL_KAFKA}: {@code HOST:PORT} of one or more brokers
 */
record External(Optional<String> postgres, Optional<String> kafka) {
    static External of(Map<String, String> environment) {
        return new External(
                value(environment, "KIM_EXTERNAL_POSTGRES"),
                value(environment, "KIM_EXTERNAL_KAFKA"));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
    }
}
