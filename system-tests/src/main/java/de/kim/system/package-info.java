@NullMarked
package de.kim.system;

import org.jspecify.annotations.NullMarked;
