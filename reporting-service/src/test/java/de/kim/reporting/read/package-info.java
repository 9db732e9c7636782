@NullMarked
package de.kim.reporting.read;

import org.jspecify.annotations.NullMarked;
