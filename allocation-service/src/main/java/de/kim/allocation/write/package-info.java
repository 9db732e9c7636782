/** What is decided: commands, aggregates, refusals, rounds. */
@NullMarked
package de.kim.allocation.write;

import org.jspecify.annotations.NullMarked;
