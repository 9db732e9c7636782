/** What was heard and what is shown. */
@NullMarked
package de.kim.allocation.read;

import org.jspecify.annotations.NullMarked;
