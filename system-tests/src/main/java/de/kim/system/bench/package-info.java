/**
 * What {@code ./kim bench} measures: each workload of docs/performance.md in one class, always as a
 * ratio of two or more contestants in one run.
 */
@NullMarked
package de.kim.system.bench;

import org.jspecify.annotations.NullMarked;
