/** A small service to try the doors with: it says what happens to its courses, and hears it. */
@NullMarked
package de.kim.kit.door.sample;

import org.jspecify.annotations.NullMarked;
