@NullMarked
package de.kim.allocation.read;

import org.jspecify.annotations.NullMarked;
