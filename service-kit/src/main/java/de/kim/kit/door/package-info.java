@NullMarked
package de.kim.kit.door;

import org.jspecify.annotations.NullMarked;
