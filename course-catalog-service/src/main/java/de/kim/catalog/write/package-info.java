/** Commands on providers and courses, and the aggregates that decide them. */
@NullMarked
package de.kim.catalog.write;

import org.jspecify.annotations.NullMarked;
