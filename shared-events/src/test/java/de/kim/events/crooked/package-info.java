/** Breaks the rules on the published language, to prove that they bite. */
@NullMarked
package de.kim.events.crooked;

import org.jspecify.annotations.NullMarked;
