@NullMarked
package de.kim.kit;

import org.jspecify.annotations.NullMarked;
