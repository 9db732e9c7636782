@NullMarked
package de.kim.local;

import org.jspecify.annotations.NullMarked;
