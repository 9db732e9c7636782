package de.kim.local.process;

import java.util.List;

/** How a process with an {@link AotCache} is started. */
public enum Manner {
    /** With its cache, where there is one. */
    QUICK,
    /** Without. */
    PLAIN,
    /** Leaves a cache behind when it stops, where there is none yet. */
    TRAINING;

    List<String> options(AotCache cache) {
        return switch (this) {
            case QUICK -> cache.use();
            case PLAIN -> List.of();
            case TRAINING -> cache.missing() ? cache.make() : cache.use();
        };
    }
}
