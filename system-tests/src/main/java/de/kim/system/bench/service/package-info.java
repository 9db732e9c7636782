/** A service as small as one can be on the kit: what the benchmarks of the kit run. */
@NullMarked
package de.kim.system.bench.service;

import org.jspecify.annotations.NullMarked;
