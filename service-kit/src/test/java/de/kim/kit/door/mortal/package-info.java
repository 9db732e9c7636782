/** The sample service as a process of its own that is killed at a step. */
@NullMarked
package de.kim.kit.door.mortal;

import org.jspecify.annotations.NullMarked;
