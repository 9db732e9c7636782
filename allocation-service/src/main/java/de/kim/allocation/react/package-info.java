/** Policies: a public event in, commands out. */
@NullMarked
package de.kim.allocation.react;

import org.jspecify.annotations.NullMarked;
