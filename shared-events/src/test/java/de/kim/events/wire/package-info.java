/** The published language on the wire: what was approved stays readable, in both directions. */
@NullMarked
package de.kim.events.wire;

import org.jspecify.annotations.NullMarked;
