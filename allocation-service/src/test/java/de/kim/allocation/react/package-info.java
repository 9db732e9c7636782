@NullMarked
package de.kim.allocation.react;

import org.jspecify.annotations.NullMarked;
