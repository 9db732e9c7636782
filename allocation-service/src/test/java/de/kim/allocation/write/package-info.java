@NullMarked
package de.kim.allocation.write;

import org.jspecify.annotations.NullMarked;
