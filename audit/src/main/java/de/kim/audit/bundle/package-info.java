@NullMarked
package de.kim.audit.bundle;

import org.jspecify.annotations.NullMarked;
