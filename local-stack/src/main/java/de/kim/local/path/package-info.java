/** The road of a public event through the source files. */
@NullMarked
package de.kim.local.path;

import org.jspecify.annotations.NullMarked;
