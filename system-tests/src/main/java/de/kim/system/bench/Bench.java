package de.kim.system.bench;

import java.nio.file.Path;

/**
 * One run of the benchmarks.
 *
 * @param home an empty folder for the servers that this run starts
 * @param rounds rounds of each contestant, at least five for a published figure
 * @param seconds length of a round
 */
public record Bench(Path home, int rounds, double seconds) {}
