/** The rules of the house that a compiler does not check. */
@NullMarked
package de.kim.kit.house;

import org.jspecify.annotations.NullMarked;
