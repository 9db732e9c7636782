/** Wiring; nobody reads it to learn the domain. */
@NullMarked
package de.kim.catalog.plumbing;

import org.jspecify.annotations.NullMarked;
