@NullMarked
package de.kim.local.load;

import org.jspecify.annotations.NullMarked;
