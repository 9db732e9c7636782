@NullMarked
package de.kim.audit.violating;

import org.jspecify.annotations.NullMarked;
