/** A service that breaks every rule of the house once. */
@NullMarked
package de.kim.kit.house.crooked;

import org.jspecify.annotations.NullMarked;
