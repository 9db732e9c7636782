@NullMarked
package de.kim.audit.fold;

import org.jspecify.annotations.NullMarked;
