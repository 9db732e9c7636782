/** Who comes in, by a signed token, and which endpoints are whose. */
@NullMarked
package de.kim.kit.access;

import org.jspecify.annotations.NullMarked;
