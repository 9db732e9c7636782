@NullMarked
package de.kim.allocation;

import org.jspecify.annotations.NullMarked;
