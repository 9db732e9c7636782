package de.kim.system.bench;

import java.util.List;

/** One measured question. */
interface Workload {
    /** Its name in docs/performance.md, such as {@code W1}. */
    String name();

    /** The question in one line. */
    String question();

    /**
     * Measures.
     *
     * @throws VoidRunException when an acknowledged effect is missing
     */
    List<Line> run(Bench bench) throws Exception;
}
