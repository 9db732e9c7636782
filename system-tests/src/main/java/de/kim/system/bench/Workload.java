package de.kim.system.bench;

import java.util.List;

/**
 * One measured question. A workload that finds that an acknowledged effect is missing throws: the
 * run is void.
 */
interface Workload {
    /** Its name in docs/performance.md, such as {@code W1}. */
    String name();

    /** The question in one line. */
    String question();

    /** Measures. */
    List<Line> run(Bench bench) throws Exception;
}
