/** What can be asked about providers and courses. */
@NullMarked
package de.kim.catalog.read;

import org.jspecify.annotations.NullMarked;
