/** Compares what the code produces with what was approved. */
@NullMarked
package de.kim.events.approved;

import org.jspecify.annotations.NullMarked;
