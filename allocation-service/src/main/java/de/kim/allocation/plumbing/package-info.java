/** Wiring; nobody reads it to learn the domain. */
@NullMarked
package de.kim.allocation.plumbing;

import org.jspecify.annotations.NullMarked;
